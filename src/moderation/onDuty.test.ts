import { expect } from 'vitest'
import type { Sql } from '../platform/database/index.ts'
import { postTopic, read } from '../testing/posting.ts'
import { type Site, test } from '../testing/site.ts'
import { moderationJobs } from './jobs.ts'

async function watch(site: Site): Promise<void> {
  const send = async () => {}
  for (const job of moderationJobs)
    await job.run({ db: site.db as Sql, config: site.config, now: site.now(), send } as never, {})
}

test('who is on duty hears at once of what has minutes; their quiet hours put off the rest', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const asleep = await site.member('warden', { role: 'moderator' })
  for (const as of [keeper, asleep])
    await site.post('/account/quiet/hours', { from: '10:00', to: '20:00' }, { as })
  const shift = { date: '2026-11-22', time: '11:00', hours: '4' }
  expect((await site.post('/moderation/rota', shift, { as: keeper })).status).toBe(303)
  await postTopic(site, wren, { body: 'I am going to kill myself tonight.', looked: 'crisis' })
  await postTopic(site, wren, { title: 'Too heated', body: 'Where can I buy it?', looked: 'sourcing' })
  await watch(site)
  const told = await read(site, '/account/notices', keeper)
  expect(told).toContain('within 15 minutes')
  expect(told).not.toContain('within a day')
  expect(await read(site, '/account/notices', asleep)).not.toContain('within 15 minutes')
  site.setNow('2026-11-22T20:00:00Z')
  expect(await read(site, '/account/notices', keeper)).toContain('within a day')
  expect(await read(site, '/account/notices', asleep)).toContain('within 15 minutes')
})

test('moderators are told so where they choose their hours, and nobody else is', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const wren = await site.member('wren')
  expect(await read(site, '/account/quiet', keeper)).toContain('while you are on the rota')
  expect(await read(site, '/account/quiet', wren)).not.toContain('while you are on the rota')
  expect(await read(site, '/moderation/rota', keeper)).toContain('also in your own quiet hours')
})
