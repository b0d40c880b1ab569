import { expect, test } from 'vitest'
import { newOnce, postTopic } from '../../testing/posting.ts'
import { onRealSite } from '../../testing/realSite.ts'

test('of ten posts that somebody new sends at once, as many pass as one after the other', async () => {
  await onRealSite(async (site) => {
    const topics = await Promise.all(
      ['robin', 'heron'].map(async (handle) => postTopic(site, await site.member(handle))),
    )
    const wren = await site.member('wren', { isNew: true })
    const begin = () =>
      site.post('/forum/new', { title: 'Day 3', body: 'Awake.', once: newOnce() }, { as: wren })
    const answer = (topic = '') =>
      site.post(`${topic}/replies`, { body: 'Awake.', once: newOnce() }, { as: wren })
    const sent = await Promise.all(
      Array.from({ length: 9 }, (_, index) => (index % 3 === 0 ? begin() : answer(topics[index % 2]))),
    )
    const statuses = sent.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(5).fill(303), ...Array(4).fill(429)])

    const okapi = await site.member('okapi', { isNew: true })
    await site.db`update members set proved_work = false where id = ${okapi.id}`
    const held = await Promise.all(
      Array.from({ length: 4 }, () =>
        site.post('/forum/new', { title: 'Day 1', body: 'Here.', once: newOnce() }, { as: okapi }),
      ),
    )
    const waiting = held.filter((one) => one.headers.get('location')?.includes('sent=held'))
    expect(waiting).toHaveLength(2)
  })
})
