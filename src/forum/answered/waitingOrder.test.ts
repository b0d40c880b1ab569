import { expect } from 'vitest'
import { postTopic, read } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

const queue = '/forum/waiting'

test('the queue does not put what nobody knew to answer for weeks before what was asked today', async ({
  site,
}) => {
  const ask = async (handle: string, title: string) => postTopic(site, await site.member(handle), { title })
  await ask('wren', 'The oldest')
  site.setNow('2026-11-23T12:00:00Z')
  await ask('finch', 'Also long ago')
  site.setNow('2026-12-06T12:00:00Z')
  await ask('robin', 'This morning')
  site.setNow('2026-12-06T13:00:00Z')
  await ask('okapi', 'Just now')
  const inOrder = ['This morning', 'Just now', 'Asked more than a week ago', 'Also long ago', 'The oldest']
  const page = await read(site, queue)
  const places = inOrder.map((words) => page.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  const forum = await read(site, '/forum')
  expect(forum.indexOf('This morning')).toBeLessThan(forum.indexOf('The oldest'))
})

test('the queue says so when more wait than it shows', async ({ site }) => {
  await postTopic(site, await site.member('wren'))
  const ask = (from: number, to: number) => site.db`
    with asked as (
      insert into replies (topic_id, number, author_id, body_markdown, body_html, once, created_at)
      select id, n, author_id, 'Here.', '', gen_random_uuid(), created_at
      from topics, generate_series(${from}::int, ${to}::int) n returning topic_id, id, author_id, created_at)
    insert into waiting_posts (topic_id, reply_id, author_id, reason, asked_at)
    select topic_id, id, author_id, 'needs', created_at from asked`
  const okapi = await site.member('okapi')
  await ask(1, 49)
  expect(await read(site, queue, okapi)).not.toContain('More people wait')
  await ask(50, 50)
  expect(await read(site, queue, okapi)).toContain('More people wait')
})
