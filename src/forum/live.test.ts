import { expect, test } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { listener } from '../testing/listener.ts'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { TestMember } from '../testing/site.ts'
import { collapsePost } from './keepers/handling.store.ts'

test('a reply reaches those who read, once committed, and those who come back miss nothing', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, wren)
    const first = await postReply(site, okapi, topic, 'Before anybody listened')
    const [, firstId = ''] = first.split('#reply-')

    const reader = listener(await site.get(`${topic}/live?after=${firstId}`))
    expect(await reader.next()).toBe('retry: 2000')
    const [, secondId = ''] = (await postReply(site, okapi, topic, 'Said <b>live</b>')).split('#reply-')
    const event = await reader.nextWith(`id: ${secondId}\nevent: reply\n`)
    expect(event).toContain(`<article class="post" id="reply-${secondId}" data-page="1">`)
    expect(event).toContain('Said &lt;b&gt;live&lt;/b&gt;')
    expect(event).not.toContain('_token')

    await site.post(`${topic}/replies/${secondId}/edit`, { body: 'Said better' }, { as: okapi })
    const edited = await reader.nextWith('Said better')
    expect(edited).not.toContain('id: ')
    await reader.leave()

    const headers = { 'last-event-id': firstId }
    const back = listener(await site.get(`${topic}/live?after=0`, { headers }))
    expect(await back.next()).toBe('retry: 2000')
    expect(await back.next()).toContain(`id: ${secondId}\n`)
    await back.leave()
  })
})

test('who comes back finds also what was changed without a mark', async () => {
  await onRealSite(async (site) => {
    const [wren, keeper] = [await site.member('wren'), await site.member('keeper', { role: 'moderator' })]
    const topic = await postTopic(site, wren)
    const ids: string[] = []
    for (const words of ['One', 'Two', 'Three', 'Four'])
      ids.push((await postReply(site, wren, topic, words)).split('#reply-')[1] ?? '')
    const [one = '', two, three, four] = ids
    const ref = { topicId: topic.split('/').at(-1) ?? '', replyId: one }
    await transaction(site.db, (tx) => collapsePost(tx, ref, true, site.now()))
    await site.db`update replies set changed_at = null`
    site.setNow('2026-11-22T12:05:00Z')
    await transaction(site.db, (tx) => collapsePost(tx, ref, false, site.now()))
    await site.post(`${topic}/replies/${two}/edit`, { body: 'Two, said better' }, { as: wren })
    await site.post(`${topic}/replies/${three}/notes`, { notes: 'heavy' }, { as: keeper })
    expect(await site.db`select from replies where edited_at is not null`).toEqual([])

    const stream = listener(await site.get(`${topic}/live?after=${four}&again=1`))
    expect(await stream.next()).toBe('retry: 2000')
    for (const [id, what] of [
      [one, 'One'],
      [two, 'Two, said better'],
      [three, 'Content note: heavy topic'],
    ]) {
      const event = await stream.next()
      expect(event).toContain(`id="reply-${id}"`)
      expect(event).toContain(what)
    }
    await stream.leave()
  })
})

test('who comes back finds changed and gone what was changed and removed meanwhile, and nothing twice', async () => {
  await onRealSite(async (site) => {
    const [wren, keeper] = [await site.member('wren'), await site.member('keeper', { role: 'moderator' })]
    const topic = await postTopic(site, wren)
    const ids: string[] = []
    for (const words of ['One', 'Two', 'Three', 'Four'])
      ids.push((await postReply(site, wren, topic, words)).split('#reply-')[1] ?? '')
    const [one, two, three, four] = ids
    const events = async (after: string | undefined, more = '') => {
      const stream = listener(await site.get(`${topic}/live?after=${after}${more}`))
      expect(await stream.next()).toBe('retry: 2000')
      const [, last = ''] = (await postReply(site, wren, topic, 'The end')).split('#reply-')
      const heard: string[] = []
      for (let event = ''; !event.includes(`id="reply-${last}"`); heard.push(event))
        event = await stream.next()
      await stream.leave()
      return heard.slice(0, -1)
    }
    // Both have gone round before anybody else begins to listen.
    const others = listener(await site.get(`${topic}/live?after=${four}`))
    expect(await others.next()).toBe('retry: 2000')
    site.setNow('2026-11-22T12:30:00Z')
    await site.post(`${topic}/replies/${one}/edit`, { body: 'One, said better' }, { as: wren })
    await others.nextWith('One, said better')
    await site.post(`${topic}/replies/${two}/remove`, {}, { as: wren })
    await others.nextWith(`id="reply-${two}"`)
    await others.leave()
    // A page that was loaded a moment ago is as new as its line.
    expect(await events(four)).toEqual([])
    const back = await events(four, '&again=1')
    expect(back.map((event) => /id="reply-(\d+)"/.exec(event)?.[1]).slice(0, 2)).toEqual([one, two])
    expect(back[0]).toContain('One, said better')
    expect(back[1]).not.toContain('Two')
    for (const event of back.slice(0, 2)) expect(event).not.toMatch(/^id: /m)

    // What it has seen last was moved away: it goes on from where that stood.
    const fields = { title: 'Apart', body: 'Moved.', replies: [three ?? '', four ?? ''] }
    await site.post(`${topic}/split`, fields, { as: keeper })
    const after = await events(four)
    expect(after.map((event) => event.includes('The end'))).toEqual([true, true])
  })
})

test('who has a conversation open while it is joined with another is led there, also after a cut line', async () => {
  await onRealSite(async (site) => {
    const [wren, keeper] = [await site.member('wren'), await site.member('keeper', { role: 'moderator' })]
    const into = await postTopic(site, wren, { title: 'Kept' })
    const from = await postTopic(site, wren, { title: 'Joined' })
    const reader = listener(await site.get(`${from}/live`))
    expect(await reader.next()).toBe('retry: 2000')
    await site.post(`${from}/merge`, { into: into.split('/').at(-1) ?? '' }, { as: keeper })
    const event = await reader.nextWith('event: elsewhere')
    const [, way = ''] = /<a href="([^"]+)"/.exec(event) ?? []
    expect((await site.get(way)).headers.get('location')).toMatch(new RegExp(`^${into}\\?page=`))
    await reader.leave()

    const back = listener(await site.get(`${from}/live`, { headers: { 'last-event-id': '1' } }))
    expect(await back.next()).toBe('retry: 2000')
    expect(await back.next()).toContain(`event: elsewhere\ndata: `)
    await back.leave()
  })
})

test('a reply arrives with the time in the zone of the page that listens', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren', { zone: 'Asia/Tokyo' })
    const topic = await postTopic(site, wren)
    await postReply(site, wren, topic, 'Before anybody listened')
    const clocks = async (path: string, as?: TestMember) => {
      const page = await read(site, path, as)
      const address = /data-live-topic="([^"]+)"/.exec(page)?.[1] ?? ''
      return listener(await site.get(`${address}&after=0`, as ? { as } : {}))
    }
    const pages: [RegExp, ReturnType<typeof listener>][] = [
      [/12:00\sPM/, await clocks(topic)],
      [/1:00\sPM/, await clocks(`${topic}?zone=Europe/Berlin`)],
      [/9:00\sPM/, await clocks(topic, wren)],
      [/1:00\sPM/, await clocks(`${topic}?zone=Europe/Berlin`, wren)],
    ]
    for (const [clock, page] of pages) expect(await page.nextWith('Before anybody')).toMatch(clock)
    await postReply(site, wren, topic, 'Said live')
    for (const [clock, page] of pages) expect(await page.nextWith('Said live')).toMatch(clock)
    for (const [, page] of pages) await page.leave()
  })
})

test('somebody’s words arrive folded only where they were folded away', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi, finch] = [
      await site.member('wren'),
      await site.member('okapi'),
      await site.member('finch'),
    ]
    const topic = await postTopic(site, wren)
    await site.post('/account/quiet/people', { handle: 'wren', how: 'muted' }, { as: okapi })
    const streams = [okapi, finch, undefined].map((as) => site.get(`${topic}/live`, as ? { as } : {}))
    const pages = (await Promise.all(streams)).map(listener)
    for (const page of pages) expect(await page.next()).toBe('retry: 2000')
    await postReply(site, wren, topic, 'Said live')
    const events = await Promise.all(pages.map((page) => page.nextWith('Said live')))
    expect(events.map((event) => event.includes('<details'))).toEqual([true, false, false])
    for (const page of pages) await page.leave()
  })
})

test('nothing more arrives where a conversation was taken out of sight', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const guest = listener(await site.get(`${topic}/live`))
    expect(await guest.next()).toBe('retry: 2000')
    await site.db`update topics set held_at = ${site.now()}`
    const author = listener(await site.get(`${topic}/live`, { as: wren }))
    expect(await author.next()).toBe('retry: 2000')
    await postReply(site, wren, topic, 'While it waits')
    await author.nextWith('While it waits')
    site.live.closeStreams()
    await expect(guest.next()).rejects.toThrow('The stream ended.')
  })
})

test('a form sent many times in the same moment is one post', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const fields = { title: 'Only once', body: 'Once.', once: newOnce() }
    const topics = await sendTogether(() => site.post('/forum/new', fields, { as: wren }))
    expect(new Set(topics.map((answer) => answer.headers.get('location'))).size).toBe(1)

    const topic = topics[0]?.headers.get('location') ?? ''
    const same = await sendTogether(() => site.post(`${topic}/replies`, fields, { as: wren }))
    expect(new Set(same.map((answer) => answer.headers.get('location'))).size).toBe(1)
    const other = await postTopic(site, wren, { title: 'Another' })
    const elsewhere = await site.post(`${other}/replies`, fields, { as: wren })
    expect(elsewhere.headers.get('location')).toBe(same[0]?.headers.get('location'))
  })
})

test('replies written in the same moment are numbered without a gap', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await sendTogether(() => site.post(`${topic}/replies`, { body: 'Now', once: newOnce() }, { as: wren }))
    const rows = await site.db<{ number: number; replyCount: number }[]>`
      select r.number, t.reply_count from replies r join topics t on t.id = r.topic_id order by r.number`
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rows[0]?.replyCount).toBe(6)
  })
})

function sendTogether(send: () => Promise<Response>): Promise<Response[]> {
  return Promise.all(Array.from({ length: 6 }, send))
}
