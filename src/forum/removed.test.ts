import { expect } from 'vitest'
import { postReply, postTopic } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

test('of what its author takes away neither words nor day nor step stay behind', async ({ site }) => {
  const wren = await site.member('wren', { lastDoseOn: '2026-11-18', showsDay: true })
  await site.post('/forum/days/step', { step: '3' }, { as: wren })
  const topic = await postTopic(site, wren, { title: 'Night four' })
  const reply = /reply-(\d+)/.exec(await postReply(site, wren, topic, 'Still awake.'))?.[1]
  const left = () => site.db`
    select title, body_markdown, body_html, author_day, author_step from topics
    union all select '', body_markdown, body_html, author_day, author_step from replies`
  expect(await left()).toMatchObject([
    { title: 'Night four', authorDay: 4, authorStep: 3 },
    { bodyMarkdown: 'Still awake.', authorDay: 4, authorStep: 3 },
  ])
  for (const post of [`${topic}/replies/${reply}`, topic])
    expect((await site.post(`${post}/remove`, {}, { as: wren })).status).toBe(303)
  const nothing = { title: '', bodyMarkdown: '', bodyHtml: '', authorDay: null, authorStep: null }
  expect(await left()).toMatchObject([nothing, nothing])
})
