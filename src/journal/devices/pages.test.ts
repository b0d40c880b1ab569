import { expect } from 'vitest'
import { test } from '../../testing/site.ts'

test('only where a journal is opened or locked may a page ask the device for a passkey', async ({ site }) => {
  const mayAsk = async (path: string) => {
    const policy = (await site.get(path)).headers.get('permissions-policy') ?? ''
    return (['create', 'get'] as const).filter((what) => policy.includes(`credentials-${what}=(self)`))
  }
  expect(await mayAsk('/journal/devices')).toEqual(['create', 'get'])
  expect(await mayAsk('/journal/open')).toEqual(['get'])
  for (const path of ['/journal', '/journal/begin', '/journal/words', '/journal/check-in', '/now'])
    expect(await mayAsk(path), path).toEqual([])
})

test('whoever is told what we hold is told that a passkey of a journal is not among it', async ({ site }) => {
  expect(await (await site.get('/journal/what-we-hold')).text()).toContain('The passkey of a journal')
})
