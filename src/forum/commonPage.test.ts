import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { forgetMember } from '../account/index.ts'
import { sameToken } from '../platform/sessions.ts'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

// The page around the posts is drawn once for many members: what is one member's must never be another's.

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, value = '']) => value)
const tokens = (page: string) => all(page, /name="_token" value="([^"]*)"/g)
const once = (page: string) => all(page, /name="once" value="([^"]*)"/g)[0] ?? ''
const keptUnder = (page: string) => all(page, /data-keep="([^"]*)"/g)

async function readCompressed(site: Site, path: string, as: TestMember): Promise<string> {
  const answer = await site.get(path, { as, headers: { 'accept-encoding': 'gzip' } })
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  return gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
}

test('two members who read the same page have each their own secret, name and form', async ({ site }) => {
  const people = [await site.member('wren'), await site.member('ash'), await site.member('rowan')]
  const topic = await postTopic(site, people[2] as TestMember)
  const used = new Set<string>()
  for (let round = 0; round < 3; round++)
    for (const member of people.slice(0, 2))
      for (const page of [await readCompressed(site, topic, member), await read(site, topic, member)]) {
        expect(tokens(page).length).toBeGreaterThan(1)
        for (const token of tokens(page)) {
          expect(sameToken(token, member.formToken)).toBe(true)
          used.add(token)
        }
        expect(keptUnder(page)).toEqual([`${member.id} ${topic.split('/').at(-1)}`])
        used.add(once(page))
      }
  // Nothing was handed out twice: twelve pages, each with a fresh id and each form with a mask of its own.
  expect(used.size).toBe(12 + 12 * tokens(await read(site, topic, people[0])).length)
})

test('what only the author or a moderator finds there is found by nobody after them', async ({ site }) => {
  const [wren, ash] = [await site.member('wren'), await site.member('ash')]
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = await postTopic(site, wren)
  await postReply(site, ash, topic, 'Warm bath, then bed.')
  const shows = async (member: TestMember) => {
    const page = await readCompressed(site, topic, member)
    return [/\/edit"/.test(page), /replies\/\d+\/edit"/.test(page), /\/keep"/.test(page)]
  }
  for (let round = 0; round < 2; round++) {
    expect(await shows(wren)).toEqual([true, false, false])
    expect(await shows(keeper)).toEqual([false, false, true])
    expect(await shows(ash)).toEqual([true, true, false])
  }
})

test('to thank oneself or to worry about oneself is offered to nobody', async ({ site }) => {
  const [wren, ash] = [await site.member('wren'), await site.member('ash')]
  const topic = await postTopic(site, wren)
  await postReply(site, ash, topic, 'Warm bath, then bed.')
  await postReply(site, wren, topic, 'That helped.')
  const own = async (member?: TestMember) => {
    const page = member ? await readCompressed(site, topic, member) : await read(site, topic)
    expect(page.includes('/own.')).toBe(/data-own="\d/.test(page))
    return all(page, /data-own="([^"]*)"/g)
  }
  for (let round = 0; round < 2; round++)
    expect([await own(wren), await own(ash), await own()]).toEqual([['1 3'], ['2'], []])
})

test('what was quoted to one member stands in nobody else’s form', async ({ site }) => {
  const [wren, ash] = [await site.member('wren'), await site.member('ash')]
  const topic = await postTopic(site, wren)
  const field = (page: string) => /<textarea[^>]*name="body"[^>]*>([^<]*)/.exec(page)?.[1]?.trim()
  expect(field(await readCompressed(site, topic, ash))).toBe('')
  expect(field(await readCompressed(site, `${topic}?quote=0`, ash))).toContain('My legs will not stop.')
  expect(field(await readCompressed(site, topic, ash))).toBe('')
})

test('a form of a kept page is taken, and the page follows what was written', async ({ site }) => {
  const [wren, ash] = [await site.member('wren'), await site.member('ash')]
  const topic = await postTopic(site, wren)
  const page = await readCompressed(site, topic, ash)
  const fields = { body: 'Warm bath, then bed.', once: once(page), _token: tokens(page)[0] ?? '' }
  const answer = await site.post(`${topic}/replies`, fields, { headers: { cookie: ash.cookie } })
  expect(answer.status).toBe(303)
  expect(await readCompressed(site, topic, wren)).toContain('Warm bath, then bed.')
  await site.db`update notices set due_at = ${site.now()} where member_id = ${wren.id}`
  forgetMember(wren.id)
  expect(await readCompressed(site, topic, wren)).toContain('class="head-news"')
  expect(await readCompressed(site, topic, ash)).not.toContain('class="head-news"')
})
