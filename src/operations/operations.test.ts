import { expect } from 'vitest'
import { test } from '../testing/site.ts'

test('the operator sees how it is doing and which help lines nobody has called', async ({ site }) => {
  const robin = await site.member('robin', { role: 'operator' })
  const html = await (await site.get('/operations', { as: robin })).text()
  expect(html).toContain('never called: shown with a note')
  expect(html).toContain('/operations/feeds')
  expect(html).not.toContain('robin')
})

test('for everybody else the operator’s pages do not exist', async ({ site }) => {
  const wren = await site.member('wren')
  expect((await site.get('/operations', { as: wren })).status).toBe(404)
  expect((await site.get('/operations')).status).toBe(401)
})

test('an operator appoints a moderator, who is signed out and comes back as one', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'operator' })
  const wren = await site.member('wren')
  const change = (handle: string, role: string, as = keeper) =>
    site.post('/operations/people', { handle, role }, { as })
  expect((await change('Wren', 'moderator')).status).toBe(303)
  const [row] = await site.db`select role from members where id = ${wren.id}`
  expect(row?.role).toBe('moderator')
  expect(await site.db`select 1 from sessions where member_id = ${wren.id}`).toHaveLength(0)
  expect((await change('nobody-here', 'moderator')).status).toBe(422)
  expect((await change('wren', 'king')).status).toBe(422)
  const last = await change('keeper', 'member')
  expect(last.status).toBe(422)
  expect(await last.text()).toContain('the only operator')
  const finch = await site.member('finch')
  expect((await change('finch', 'operator', finch)).status).toBe(404)
})
