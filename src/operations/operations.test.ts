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
