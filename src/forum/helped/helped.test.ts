import { expect } from 'vitest'
import { postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { helpsOf } from './helps.rules.ts'

const tell = (site: Site, as: TestMember, title: string, more: Record<string, string> = {}) =>
  postTopic(site, as, { title, kind: 'resource', helps: 'insomnia', ...more })

test('what helped somebody is found by what it helped with, the newest first', async ({ site }) => {
  const wren = await site.member('wren')
  await tell(site, wren, 'A warm bath at nine')
  site.setNow('2026-11-23T12:00:00Z')
  await tell(site, wren, 'Reading the dull atlas')
  for (const path of ['/forum/helped', '/forum/helped?for=insomnia', '/toolkit?for=insomnia']) {
    const html = await read(site, path)
    expect(html.indexOf('Reading the dull atlas'), path).toBeGreaterThan(0)
    expect(html.indexOf('Reading the dull atlas'), path).toBeLessThan(html.indexOf('A warm bath at nine'))
    expect(html, path).toContain('Members’ words, not advice')
  }
  expect(await read(site, '/forum/helped?for=nausea')).not.toContain('A warm bath at nine')
})

test('thanks and answers change nothing of the order', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await tell(site, wren, 'A warm bath at nine')
  await tell(site, wren, 'Reading the dull atlas')
  await site.db`update topics set reply_count = 50, last_post_at = '2026-12-01T00:00:00Z' where id = ${topic.split('/')[2] ?? ''}`
  const html = await read(site, '/forum/helped?for=insomnia')
  expect(html.indexOf('Reading the dull atlas')).toBeLessThan(html.indexOf('A warm bath at nine'))
})

test('guests see what everybody may read, members also what they may', async ({ site }) => {
  const { db } = site
  const wren = await site.member('wren')
  const robin = await site.member('robin')
  const [group] = await db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('porch', 'The Porch', 'discussion') returning id`
  await db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  await db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  await tell(site, wren, 'Told on the porch', { space: 'group:porch' })
  for (const path of ['/forum/helped?for=insomnia', '/toolkit?for=insomnia']) {
    expect(await read(site, path)).not.toContain('Told on the porch')
    expect(await read(site, path, robin)).not.toContain('Told on the porch')
    expect(await read(site, path, wren)).toContain('Told on the porch')
  }
})

test('what was removed, held or folded away is on no list, at once', async ({ site }) => {
  const wren = await site.member('wren')
  const id = (await tell(site, wren, 'A warm bath at nine')).split('/')[2] ?? ''
  expect(await read(site, '/toolkit?for=insomnia')).toContain('A warm bath at nine')
  expect((await site.post(`/forum/${id}/remove`, {}, { as: wren })).status).toBe(303)
  expect(await read(site, '/toolkit?for=insomnia')).not.toContain('A warm bath at nine')
  for (const column of ['held_at', 'collapsed_at']) {
    const other = (await tell(site, wren, `Words with ${column}`)).split('/')[2] ?? ''
    await site.db`update topics set ${site.db(column)} = ${site.now()} where id = ${other}`
    expect(await read(site, '/forum/helped')).not.toContain(`Words with ${column}`)
  }
})

test('only something that helped has helped with something, and only with what is known', async ({
  site,
}) => {
  expect(helpsOf('story', ['nausea'])).toEqual([])
  const wren = await site.member('wren')
  const story = await postTopic(site, wren, { title: 'A story', kind: 'story', helps: 'nausea' })
  expect(await read(site, story)).not.toContain('Helped with')
  const odd = await tell(site, wren, 'Odd words', { helps: 'hallucinations' })
  expect(await read(site, odd)).not.toContain('Helped with')
  const topic = await tell(site, wren, 'A warm bath at nine')
  expect(await read(site, topic)).toContain('href="/forum/helped?for=insomnia"')
})

test('what it helped with is changed where its words are, and on no other kind of post', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await tell(site, wren, 'A warm bath at nine')
  const form = await read(site, `${topic}/edit`, wren)
  const box = (id: string) => new RegExp(`value="${id}"[^>]* checked`).test(form)
  expect([box('insomnia'), box('nausea')]).toEqual([true, false])
  const words = { title: 'A warm bath at nine', body: 'Twenty minutes, then bed.' }
  const edit = (at: string, helps: string[]) => site.post(`${at}/edit`, { ...words, helps }, { as: wren })
  expect((await edit(topic, ['aches', 'restlessness', 'hallucinations'])).status).toBe(303)
  expect(await read(site, '/forum/helped?for=insomnia')).not.toContain('A warm bath at nine')
  for (const id of ['aches', 'restlessness'])
    expect(await read(site, `/forum/helped?for=${id}`)).toContain('A warm bath at nine')

  const story = await postTopic(site, wren, { title: 'A story', kind: 'story' })
  expect(await read(site, `${story}/edit`, wren)).not.toContain('name="helps"')
  await edit(story, ['aches'])
  expect(await read(site, story)).not.toContain('Helped with')
})

test('an address that asks for what is not there says so', async ({ site }) => {
  for (const query of ['for=hallucinations', 'for=constructor', 'for=', 'before=x', 'before=-1', 'before=0'])
    expect((await site.get(`/forum/helped?${query}`)).status, query).toBe(404)
  expect((await site.get('/forum/helped?before=1')).status).toBe(200)
})

test('pages that devices keep lead to members’ words and hold none of them', async ({ site }) => {
  await tell(site, await site.member('wren'), 'A warm bath at nine')
  for (const path of ['/toolkit', '/toolkit/sleep-basics'])
    expect(await read(site, path), path).not.toContain('A warm bath at nine')
  expect(await read(site, '/toolkit/sleep-basics')).toContain('href="/forum/helped?for=insomnia"')
})
