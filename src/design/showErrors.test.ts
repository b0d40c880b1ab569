import { expect } from 'vitest'
import type { Log } from '../platform/log.ts'
import { test } from '../testing/site.ts'

test('a fault is logged without what somebody wrote, under the reference that they see', async ({ site }) => {
  const logged: Record<string, unknown>[] = []
  site.app.get('/broken', (c) => {
    c.set('log', { error: (fault: Record<string, unknown>) => logged.push(fault) } as unknown as Log)
    throw new Error('invalid input syntax for type bigint: "day 3, "awake""')
  })
  const page = await (await site.get('/broken?words=lantern')).text()
  expect(logged).toHaveLength(1)
  expect(page).toContain(String(logged[0]?.reference))
  expect(page).not.toContain('bigint')
  expect(logged[0]?.stack).toContain('invalid input syntax for type bigint: "…"\n    at ')
  expect(JSON.stringify(logged)).not.toMatch(/awake|lantern/)
})
