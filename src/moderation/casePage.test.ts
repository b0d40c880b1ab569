import { expect } from 'vitest'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

test('all that a decision needs stands on the page of the case', async ({ site }) => {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const heron = await site.member('heron')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const report = (topic: string, reply: string, fields: Record<string, string>, as = heron) =>
    site.post(`/moderation/report?topic=${topic.split('/').at(-1)}&reply=${reply}`, fields, { as })
  const lastCase = async () =>
    (await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`)[0]?.id
  const decide = async (fields: Record<string, string>) =>
    site.post(
      `/moderation/cases/${await lastCase()}/decide`,
      { category: 'shaming', ...fields },
      { as: keeper },
    )

  const earlier = await postTopic(site, wren, { title: 'Some weeks ago' })
  await report(earlier, '0', { category: 'shaming' })
  await decide({ kind: 'note', reason: 'A taper is no weakness.' })

  const topic = await postTopic(site, finch, { body: 'What stands first.' })
  for (const body of ['Long before.', 'Three before.', 'Two before.', 'Just before.'])
    await postReply(site, finch, topic, body)
  const reply = /reply-(\d+)/.exec(await postReply(site, wren, topic, 'Buy it where I do.'))?.[1] ?? ''
  for (const body of ['Just after.', 'Two after.', 'Three after.', 'Long after.'])
    await postReply(site, finch, topic, body)
  await report(topic, reply, { category: 'sourcing', words: 'It is the shop at the corner.' })
  await report(topic, reply, { category: 'shaming', words: 'And it hurt.' }, finch)

  const page = (await read(site, `/moderation/cases/${await lastCase()}`, keeper)).replaceAll('&#39;', '’')
  // The post, set off; what stands around it, and not all of the topic.
  expect(page).toMatch(/kept-post marked.*Buy it where I do\./s)
  for (const near of ['Three before.', 'Just before.', 'Just after.', 'Three after.'])
    expect(page).toContain(near)
  for (const far of ['Long before.', 'Long after.']) expect(page).not.toContain(far)
  expect(page.indexOf('Just before.')).toBeLessThan(page.indexOf('Buy it where'))
  expect(page.indexOf('Buy it where')).toBeLessThan(page.indexOf('Just after.'))
  // What was said of it, and never by whom.
  for (const words of ['It is the shop at the corner.', 'And it hurt.']) expect(page).toContain(words)
  expect(page).not.toContain('heron')
  // The rules it may have broken, in their own words.
  expect(page).toContain('href="/rules#sourcing"')
  expect(page).toContain('Leave out where to get it, who sells it')
  expect(page).toContain('Medicine counts as recovery.')
  expect(page).not.toContain('href="/rules#age"')
  // What the moderators and its writer had to do with each other before.
  expect(page).toContain('A taper is no weakness.')
  expect(page).toMatch(/<a href="\/moderation\/cases\/\d+">Shaming<\/a>/)
  expect(page).not.toContain('What stood there before it was changed')

  site.setNow('2026-11-22T12:20:00Z')
  await site.post(`${topic}/replies/${reply}/edit`, { body: 'I buy nothing.' }, { as: wren })
  const after = await read(site, `/moderation/cases/${await lastCase()}`, keeper)
  const versions = /href="([^"]*)">What stood there before it was changed/.exec(after)?.[1] ?? ''
  expect(await read(site, versions, keeper)).toContain('Buy it where I do.')
})

test('each rule is a way to report, a ground to decide, and a sentence on the page of rules', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const rules = await read(site, '/rules')
  const named = [...rules.matchAll(/<li id="([\w-]+)"><h2>[^<]+<\/h2><p>[^<]+<\/p>/g)].map(
    ([, id]) => id ?? '',
  )
  expect(named).toEqual(
    expect.arrayContaining(['sourcing', 'dosing', 'promotion', 'shaming', 'crisis', 'privacy']),
  )
  expect(named).toHaveLength(9)
  for (const [index, category] of named.entries()) {
    const topic = (await postTopic(site, wren, { title: `Night ${index}` })).split('/').at(-1)
    const path = `/moderation/report?topic=${topic}`
    expect(await read(site, path, finch)).toContain(`value="${category}"`)
    expect((await site.post(path, { category }, { as: finch })).status).toBe(200)
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
    const page = await read(site, `/moderation/cases/${row?.id}`, keeper)
    expect(page).toContain(`href="/rules#${category}"`)
    expect(page).toMatch(new RegExp(`<option[^>]*value="${category}"[^>]*selected`))
    const decision = { kind: 'note', category, reason: 'A word.' }
    expect((await site.post(`/moderation/cases/${row?.id}/decide`, decision, { as: keeper })).status).toBe(
      303,
    )
    const [measure] = await site.db<{ id: string }[]>`select id from measures order by id desc limit 1`
    expect(await read(site, `/moderation/decisions/${measure?.id}`, wren)).toContain(
      `href="/rules#${category}"`,
    )
  }
})

test('a case of a crisis leads to the answer first, and asks for no length of a measure it has not', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const page = async (category: string) => {
    const topic = await postTopic(site, wren)
    await site.post(`/moderation/report?topic=${topic.split('/').at(-1)}`, { category }, { as: finch })
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
    return { topic, html: await read(site, `/moderation/cases/${row?.id}`, keeper) }
  }
  const worried = await page('worried')
  expect(worried.html).toContain(`href="${worried.topic}#answer"`)
  expect(worried.html).not.toContain('name="days"')
  expect((await page('shaming')).html).toContain('name="days"')
})
