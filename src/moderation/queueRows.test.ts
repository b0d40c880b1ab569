import { expect } from 'vitest'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, test } from '../testing/site.ts'

async function scene(site: Site) {
  const writer = await site.member('wren')
  const reader = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const report = async (place: string, category: string) => {
    const answer = await site.post(`/moderation/report?${place}`, { category }, { as: reader })
    expect(answer.status).toBe(200)
  }
  return { writer, keeper, report }
}

const idOf = (topic: string) => topic.split('/').at(-1) ?? ''

async function newest(site: Site, table: 'replies' | 'moderation_cases'): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`
  return row?.id ?? ''
}

test('the queue says of each case which post it is about, and how many there are', async ({ site }) => {
  const { writer, keeper, report } = await scene(site)
  const topic = await postTopic(site, writer)
  const other = await postTopic(site, writer, { title: 'A week of mornings', body: 'Slept, *at last*' })
  await postReply(site, writer, topic, '> Nothing helps.\n\nThe radio did.')
  const reply = await newest(site, 'replies')
  await report(`topic=${idOf(topic)}`, 'sourcing')
  await report(`topic=${idOf(other)}`, 'shaming')
  await report(`topic=${idOf(topic)}&reply=${reply}`, 'shaming')

  const queue = await read(site, '/moderation', keeper)
  expect(queue).toContain('3 posts to look at')
  expect(queue).toMatch(/Buying or selling<\/span><span[^>]*>Day 3, cannot sleep</)
  expect(queue).toMatch(/Shaming<\/span><span[^>]*>A week of mornings<\/span><\/a><p[^>]*>Slept, at last</)
  expect(queue).toContain('>The radio did.<')

  await site.post(`${topic}/replies/${reply}/remove`, {}, { as: writer })
  const later = await read(site, '/moderation', keeper)
  expect(later).not.toContain('The radio did')
  expect(later).toContain('>Removed by its author.<')
})

test('a case is called by its post, and says to whoever took it that it is theirs', async ({ site }) => {
  const { writer, keeper, report } = await scene(site)
  await report(`topic=${idOf(await postTopic(site, writer))}`, 'sourcing')
  const path = `/moderation/cases/${await newest(site, 'moderation_cases')}`
  expect(await read(site, path, keeper)).toContain('<title>Buying or selling: Day 3, cannot sleep')
  expect(await read(site, path, keeper)).not.toContain('on your desk')
  await site.post(`${path}/claim`, { take: 'yes' }, { as: keeper })
  expect(await read(site, path, keeper)).toContain(
    'on your desk. Left lying, others may take it after 30 minutes.',
  )
})

test('a moderator who has decided is told so, and finds the decision again', async ({ site }) => {
  const { writer, keeper, report } = await scene(site)
  await report(`topic=${idOf(await postTopic(site, writer))}`, 'sourcing')
  await read(site, '/moderation', keeper)
  const id = await newest(site, 'moderation_cases')
  const words = { kind: 'note', category: 'sourcing', reason: 'Leave the shop out.' }
  const answer = await site.post(`/moderation/cases/${id}/decide`, words, { as: keeper })
  expect(answer.headers.get('location')).toBe(`/moderation?decided=${id}`)
  const queue = await read(site, `/moderation?decided=${id}`, keeper)
  expect(queue).toContain('role="status"')
  expect(queue).toContain(`It is decided. What comes next is below. <a href="/moderation/cases/${id}">`)
  expect(await read(site, '/moderation?decided=%22%3E', keeper)).not.toContain('It is decided')
})

test('an offer with a price and a number to call is called an offer, and waits no longer for it', async ({
  site,
}) => {
  const { writer, keeper } = await scene(site)
  const body = 'I sell powder, 20 dollars a bag. Find me on telegram, my telegram is @leafman22.'
  await postTopic(site, writer, { body, looked: 'sourcing,vendor,price,contact' })
  const queue = await read(site, '/moderation', keeper)
  expect(queue).toContain('>Buying or selling<')
  // As soon as contact details are looked at, which somebody could be found by.
  expect(queue).toContain('>Within hours<')
  expect(queue).not.toContain('>Names or contact details<')
})

test('of a morning’s thread nobody reads that its writer has left', async ({ site }) => {
  const { keeper, report } = await scene(site)
  await site.db`
    insert into topics (space_id, kind, check_in_on, title, body_markdown, body_html, once, last_post_at, created_at)
    select id, 'check_in', '2026-11-22', 'How are you today?', 'One line.', '<p>One line.</p>', gen_random_uuid(), now(), now()
    from spaces where slug = 'sleep'`
  const [topic] = await site.db<{ id: string }[]>`select id from topics`
  await report(`topic=${topic?.id}`, 'shaming')
  for (const path of ['/moderation', `/moderation/cases/${await newest(site, 'moderation_cases')}`]) {
    expect(await read(site, path, keeper)).toContain('Opened every morning by this site')
    expect(await read(site, path, keeper)).not.toContain('former member')
  }
})
