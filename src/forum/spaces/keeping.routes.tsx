import type { Context } from 'hono'
import { roleIn } from '../../groups/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, requireMember, requireOperator, slice } from '../../platform/web.ts'
import { groupSpaceForm, spaceForm } from './forms.ts'
import { addSpace, changeGroupSpace, changeSpace, moveSpace, retireSpace } from './keeping.store.ts'
import { type Space, spacePath } from './space.ts'
import { getGroupSpace, getSpace } from './spaces.store.ts'
import { SpaceFormPage } from './views/spaceFormPage.tsx'

/** The operator looks after the open spaces, hosts after the space of their group. */
export const keepSpaces = slice()

keepSpaces.get('/spaces/new', (c) => {
  requireOperator(c)
  return c.var.page(<SpaceFormPage space={undefined} form={emptyForm()} />)
})

keepSpaces.post('/spaces/new', async (c) => {
  requireOperator(c)
  const form = readForm(spaceForm, await readBody(c))
  if (!form.ok) return c.var.page(<SpaceFormPage space={undefined} form={form} />, 422)
  const slug = await addSpace(c.var.db, form.value)
  return c.redirect(`/forum/spaces/${slug}`, 303)
})

keepSpaces.get('/spaces/:slug/edit', async (c) => {
  const space = await getOwnSpace(c)
  return c.var.page(<SpaceFormPage space={space} form={firstForm(space)} />)
})

keepSpaces.post('/spaces/:slug/edit', async (c) => {
  const space = await getOwnSpace(c)
  const form = readForm(spaceForm, await readBody(c))
  if (!form.ok) return c.var.page(<SpaceFormPage space={space} form={form} />, 422)
  await changeSpace(c.var.db, space.id, form.value)
  return c.redirect(spacePath(space), 303)
})

keepSpaces.post('/spaces/:slug/:act{up|down|retire|restore}', async (c) => {
  const { db, now } = c.var
  const { id } = await getOwnSpace(c)
  const act = c.req.param('act')
  if (act === 'up' || act === 'down') await moveSpace(db, id, act)
  else await retireSpace(db, id, act === 'retire' ? now : null)
  return c.redirect('/forum/spaces', 303)
})

keepSpaces.get('/groups/:slug/edit', async (c) => {
  const space = await getHostedSpace(c)
  return c.var.page(<SpaceFormPage space={space} form={firstForm(space)} />)
})

keepSpaces.post('/groups/:slug/edit', async (c) => {
  const space = await getHostedSpace(c)
  const form = readForm(groupSpaceForm, await readBody(c))
  if (!form.ok) return c.var.page(<SpaceFormPage space={space} form={form} />, 422)
  await changeGroupSpace(c.var.db, space, form.value)
  return c.redirect(spacePath(space), 303)
})

async function getOwnSpace(c: Context<Env>): Promise<Space & { id: string }> {
  const operator = requireOperator(c)
  const space = await getSpace(c.var.db, c.req.param('slug') ?? '', operator)
  if (space.id === null) throw notFound()
  return { ...space, id: space.id }
}

/** For whoever is no host of the group, such pages do not exist. */
async function getHostedSpace(c: Context<Env>): Promise<Space> {
  const { db } = c.var
  const member = requireMember(c)
  const space = await getGroupSpace(db, c.req.param('slug') ?? '', member)
  const isHost = space.groupId !== null && (await roleIn(db, space.groupId, member.id)) === 'host'
  if (!isHost) throw notFound()
  return space
}

function firstForm(space: Space): MistakenForm {
  const { name, about, zone, readers } = space
  return emptyForm({
    name,
    about,
    zone: zone ?? '',
    readers,
    opensCheckIn: space.opensCheckIn ? 'yes' : '',
    isIndexed: space.isIndexed ? 'yes' : '',
  })
}
