import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { join, passphrase } from '../../testing/visitor.ts'

// What was found is kept for others who may read the same: it must be true each time, and never another's.

const address = '/forum/search?q=albatross'
const wordsIn = (page: string) => [...page.matchAll(/<p class="found-words"[^>]*>(.*?)<\/p>/g)].length
const found = async (site: Site, as?: TestMember) => wordsIn(await read(site, address, as))

test('whatever is written, changed or taken away, a search that was asked before says it', async ({
  site,
}) => {
  const wren = await join(site, 'wren')
  await site.post('/account', { lastDoseOn: '2026-11-18', showsDay: 'yes', zone: '' }, { as: wren })
  const okapi = await site.member('okapi')
  const keeper = await site.member('keeper', { role: 'moderator' })
  await site.db`update spaces set readers = 'members' where slug = 'sleep'`
  expect(await found(site)).toBe(0)
  const topic = await postTopic(site, wren, { title: 'Sea', body: 'An albatross.', space: 'open' })
  expect(await found(site)).toBe(1)
  const reply = await postReply(site, okapi, topic, 'My albatross too.')
  expect(await found(site)).toBe(2)

  const post = `${topic}/replies/${reply.split('reply-')[1]}`
  await site.post(`${post}/edit`, { body: 'My giraffe too.' }, { as: okapi })
  expect(await found(site)).toBe(1)
  await site.post(`${post}/edit`, { body: 'My albatross again.' }, { as: okapi })
  expect(await read(site, address)).toContain('again')
  await site.post(`${post}/notes`, { notes: 'loss' }, { as: keeper })
  expect(await read(site, address)).toContain('Content note: loss')
  await site.post(`${post}/remove`, {}, { as: okapi })
  expect(await found(site)).toBe(1)

  expect(await read(site, address)).toContain('day 4')
  await site.post('/account', { lastDoseOn: '2026-11-18', zone: '' }, { as: wren })
  expect(await read(site, address)).not.toContain('day 4')
  await site.post(`${topic}/move`, { space: 'sleep' }, { as: keeper })
  expect([await found(site), await found(site, okapi)]).toEqual([0, 1])
  await site.post('/account/quiet/people', { handle: 'wren', how: 'muted' }, { as: okapi })
  expect([await found(site, okapi), await found(site, keeper)]).toEqual([0, 1])
  expect(await read(site, address, keeper)).toContain('>wren</bdi>')
  await site.post('/account/delete', { passphrase }, { as: wren })
  expect(await read(site, address, keeper)).not.toContain('wren')
})

test('what is read in a group of few is found by them alone, whoever asked first', async ({ site }) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind, summary) values ('owls', 'Night owls', 'discussion', '') returning id`
  const comes = (
    member: TestMember,
  ) => site.db`insert into group_members (group_id, member_id, role, joined_at)
    values (${group?.id ?? ''}, ${member.id}, 'member', ${site.now()})`
  await comes(wren)
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  await postTopic(site, wren, { title: 'Sea', body: 'An albatross.', space: 'group:owls' })
  const asked = async () => Promise.all([wren, undefined, keeper, okapi].map((as) => found(site, as)))
  for (let round = 0; round < 3; round++) expect(await asked()).toEqual([1, 0, 1, 0])
  await comes(okapi)
  expect(await asked()).toEqual([1, 0, 1, 1])
  await site.db`delete from group_members where member_id = ${wren.id}`
  expect(await asked()).toEqual([0, 0, 1, 1])
})

test('what one person typed stands on nobody else’s page, and breaks none', async ({ site }) => {
  const [wren, okapi] = [await site.member('wren'), await site.member('okapi')]
  await postTopic(site, wren, { body: 'An albatross.' })
  const asked = [
    [wren, 'albatross'],
    [okapi, '"><script>alert(1)</script> </title>'],
    [undefined, 'albatross & "sea"'],
    [wren, '<!--piece-->'],
    [okapi, 'albatross'],
  ] as const
  for (const [as, words] of asked) {
    const path = `/forum/search?q=${encodeURIComponent(words)}`
    const answer = await site.get(path, { ...(as ? { as } : {}), headers: { 'accept-encoding': 'gzip' } })
    const page = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(page).toBe(await read(site, path, as))
    const [, typed] = /name="q" value="([^"]*)"/.exec(page) ?? []
    const escaped = words.replace(
      /[&<>"]/g,
      (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`,
    )
    expect(typed).toBe(escaped)
    expect(page).toContain(`<title>Search: ${escaped} · Newleaf</title>`)
    expect(page.includes('/sign-in')).toBe(as === undefined)
    expect(page.match(/<script/g)).toEqual(
      page.match(/<script type="module" src="\/assets/g)?.map(() => '<script'),
    )
  }
})
