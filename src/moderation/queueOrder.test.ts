import { expect } from 'vitest'
import { postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const report = async (site: Site, as: TestMember, topic: string, category: string) => {
  const path = `/moderation/report?topic=${topic.split('/').at(-1)}`
  expect((await site.post(path, { category }, { as })).status).toBe(200)
}

/** Reports of theirs that moderators found right, or not. */
async function history(
  site: Site,
  reporter: TestMember,
  writer: TestMember,
  kind: 'note' | 'none',
  keeper: TestMember,
) {
  for (let count = 0; count < 3; count++) {
    await report(
      site,
      reporter,
      await postTopic(site, writer, { title: `Before ${kind} ${count}` }),
      'shaming',
    )
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
    const words = { kind, category: 'shaming', reason: 'A word.' }
    expect((await site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })).status).toBe(303)
  }
}

test('the queue is ordered by how grave it is, then by how long it waits, how many say so and how often they were right', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const [trusted, doubtful, one, two] = [
    await site.member('finch'),
    await site.member('heron'),
    await site.member('robin'),
    await site.member('okapi'),
  ]
  await history(site, trusted, wren, 'note', keeper)
  await history(site, doubtful, wren, 'none', keeper)

  const topics = new Map<string, string>()
  const said = async (name: string, by: TestMember[], category = 'sourcing') => {
    const topic = await postTopic(site, wren, { title: `Night ${topics.size}` })
    for (const member of by) await report(site, member, topic, category)
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
    topics.set(row?.id ?? '', name)
  }
  await said('waits for a day', [one])
  site.setNow('2026-11-23T11:00:00Z')
  await said('by one who was wrong', [doubtful])
  await said('by one who was right', [trusted])
  await said('by one of whom nothing is known', [one])
  await said('by two of whom nothing is known', [one, two])
  await said('somebody could be found', [doubtful], 'privacy')
  await said('somebody may not want to live', [doubtful], 'crisis')

  const queue = await read(site, '/moderation', keeper)
  const order = [...queue.matchAll(/class="case-link" href="\/moderation\/cases\/(\d+)"/g)]
  expect(order.map(([, id]) => topics.get(id ?? ''))).toEqual([
    'somebody may not want to live',
    'somebody could be found',
    'waits for a day',
    'by two of whom nothing is known',
    'by one who was right',
    'by one of whom nothing is known',
    'by one who was wrong',
  ])
  // How reliable somebody is orders the queue, and is shown to nobody, not even to them.
  expect(queue).not.toMatch(/finch|heron/)
  expect(await (await site.get('/account/export', { as: doubtful })).text()).not.toMatch(/reliab/i)
})

test('a flood of cases pushes nothing out that comes before it', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = await postTopic(site, wren)
  await site.db`
    insert into topics (space_id, author_id, title, body_markdown, body_html, once, last_post_at, created_at)
    select space_id, author_id, 'Flood', '', '', gen_random_uuid(), last_post_at, created_at
    from topics, generate_series(1, 210)`
  await site.db`
    insert into moderation_cases (topic_id, author_id, origin, category, severity, opened_at)
    select id, author_id, 'words', 'sourcing', 3, created_at from topics where title = 'Flood'`
  await report(site, await site.member('finch'), topic, 'sourcing')
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
  const queue = await read(site, '/moderation', keeper)
  const [first] = /\/moderation\/cases\/\d+/.exec(queue) ?? []
  expect(first).toBe(`/moderation/cases/${row?.id}`)
  expect(queue).toContain('11 more wait after these.')
})
