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
