import { expect } from 'vitest'
import { test } from '../testing/site.ts'

test('a large file is taken from an operator only, and from others not even read', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'operator' })
  const fields = { name: 'A feed', kind: 'twelve_step', file: new Blob(['x'.repeat(400_000)]) }
  const statusFor = async (as?: typeof wren) =>
    (await site.post('/operations/feeds', fields, as ? { as } : {})).status
  expect(await statusFor(keeper)).toBe(303)
  expect(await statusFor(wren)).toBe(413)
  expect(await statusFor()).toBe(413)
})

test('what is set for one browser is not kept for others', async ({ site }) => {
  // With a space before the sign it names a session too.
  const broken = await site.get('/guide', { headers: { cookie: `newleaf =${'A'.repeat(43)}` } })
  expect(broken.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(site.pages.findPage('identity en /guide', 0)).toBeUndefined()
  await site.get('/guide')
  expect(site.pages.findPage('identity en /guide', 0)?.headers).not.toContain('set-cookie')
})
