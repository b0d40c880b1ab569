import { expect } from 'vitest'
import { openSite, test } from '../testing/site.ts'
import { connect } from './database/index.ts'

test('a site whose database answers is alive and ready', async ({ site }) => {
  for (const path of ['/healthz', '/readyz']) expect((await site.get(path)).status, path).toBe(200)
})

test('without its database it is alive but not ready, and says so', async () => {
  const nowhere = connect('postgres://nobody@127.0.0.1:9/none', { connections: 1 })
  const site = openSite(nowhere)
  expect((await site.get('/healthz')).status).toBe(200)
  const answer = await site.get('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.text()).not.toContain('ready')
  await nowhere.end({ timeout: 0 })
})
