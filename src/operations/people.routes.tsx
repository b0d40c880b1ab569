import type { Context } from 'hono'
import * as v from 'valibot'
import { changeRole, listKeepers } from '../account/index.ts'
import { transaction } from '../platform/database/index.ts'
import { emptyForm, type MistakenForm, mistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, requireOperator, slice } from '../platform/web.ts'
import { PeoplePage } from './peoplePage.tsx'

/** Who looks after the place: appointed by the operator, by handle. */
export const people = slice()

const roles = ['member', 'moderator', 'operator'] as const

const roleForm = v.object({
  handle: v.pipe(
    v.string('people.mistake.handle'),
    v.trim(),
    v.minLength(1, 'people.mistake.handle'),
    v.maxLength(60, 'people.mistake.handle'),
  ),
  role: v.picklist(roles, 'people.mistake.role'),
})

people.get('/', (c) => peoplePage(c, emptyForm({ role: 'moderator' })))

people.post('/', async (c) => {
  requireOperator(c)
  const form = readForm(roleForm, await readBody(c))
  if (!form.ok) return peoplePage(c, form, 422)
  const { handle, role } = form.value
  const why = await transaction(c.var.db, (tx) => changeRole(tx, handle, role, c.var.now))
  if (why) return peoplePage(c, mistakenForm(form.typed, { handle: `people.mistake.${why}` }), 422)
  return c.redirect('/operations/people', 303)
})

async function peoplePage(c: Context<Env>, form: MistakenForm, status: 200 | 422 = 200): Promise<Response> {
  requireOperator(c)
  return c.var.page(<PeoplePage keepers={await listKeepers(c.var.db)} form={form} />, status)
}
