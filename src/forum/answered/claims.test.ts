import { expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { regular } from './testing/regular.ts'

const queue = '/forum/waiting'

async function greeter(site: Site, handle: string): Promise<TestMember> {
  const member = await site.member(handle)
  await site.post(`${queue}/greeter`, { act: 'join' }, { as: member })
  return member
}

async function heard(site: Site, topic: string, as?: TestMember): Promise<string | undefined> {
  const page = await read(site, topic, as)
  // Where the answer is written: a greeter is led there, past what stands at the top of the page.
  const form = page.slice(page.indexOf(page.includes('writing to you') ? '<h1' : 'id="answer"'))
  return /Somebody (is writing|says that they are writing) to (them|you)|You said that you are/.exec(
    form,
  )?.[0]
}

async function take(site: Site, as: TestMember, topic: string, act: 'claim' | 'release'): Promise<void> {
  const [waiting] = await site.db<{ id: string }[]>`
    select id from waiting_posts where topic_id = ${topic.split('/').at(-1) ?? ''}`
  expect((await site.post(`${queue}/${waiting?.id}/${act}`, {}, { as })).status).toBe(303)
}

test.for(['a first post', 'a post that is marked'])(
  'of %s who read on hear that somebody is writing',
  async (what, { site }) => {
    const okapi = await greeter(site, 'okapi')
    const heron = await greeter(site, 'heron')
    const isMarked = what === 'a post that is marked'
    const writer = isMarked ? await regular(site, 'robin') : await site.member('wren')
    const [topic = ''] = (await postTopic(site, writer, isMarked ? { needs: 'yes' } : {})).split('?')
    expect(await heard(site, topic, heron)).toBeUndefined()
    await take(site, okapi, topic, 'claim')
    for (let round = 0; round < 2; round++) {
      expect(await heard(site, topic, heron)).toBe('Somebody is writing to them')
      expect(await heard(site, topic, okapi)).toBe('You said that you are')
      expect(await heard(site, topic, writer)).toBe('Somebody says that they are writing to you')
      expect(await heard(site, topic)).toBeUndefined()
    }
    // Who wrote here for the first time finds it above their words.
    const [above = ''] = (await read(site, topic, writer)).split('class="posts"')
    expect(above.includes('writing to you')).toBe(!isMarked)
    await take(site, okapi, topic, 'release')
    expect(await heard(site, topic, heron)).toBeUndefined()

    await take(site, okapi, topic, 'claim')
    site.setNow('2026-11-22T12:21:00Z')
    expect(await heard(site, topic, heron)).toBeUndefined()
    await take(site, okapi, topic, 'claim')
    expect(await heard(site, topic, heron)).toBe('Somebody is writing to them')
    await postReply(site, okapi, topic, 'Here.')
    expect(await heard(site, topic, heron)).toBeUndefined()
  },
)
