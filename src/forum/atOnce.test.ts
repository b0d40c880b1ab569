import { expect, test } from 'vitest'
import { openTestDatabase } from '../testing/database.ts'
import { newOnce, postReply, postTopic } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { Site, TestMember } from '../testing/site.ts'
import { untilWaiting, whileHeld } from '../testing/standstill.ts'
import { addReply } from './replies.store.ts'

type Reply = Parameters<typeof addReply>[3]

const words = (markdown: string, more: Partial<Reply> = {}): Reply => ({
  markdown,
  html: `<p>${markdown}</p>`,
  once: newOnce(),
  ...more,
})

const idOf = (topic: string) => topic.split('/').at(-1) ?? ''

function reply(site: Site, topic: string, as: TestMember, said: Reply) {
  const author = { id: as.id, today: Temporal.PlainDate.from('2026-11-22') }
  return addReply(site.db, idOf(topic), author, said, site.now())
}

test('what several write in the same moment is one transaction, and each has what follows from theirs', async () => {
  await onRealSite(async (site) => {
    const names = ['wren', 'okapi', 'heron', 'robin']
    const [wren, okapi, heron, robin] = (await Promise.all(
      names.map((name) => site.member(name, { lastDoseOn: '2026-11-18', showsDay: name === 'okapi' })),
    )) as [TestMember, TestMember, TestMember, TestMember]
    const sleep = await postTopic(site, wren, { title: 'Sleep' })
    const legs = await postTopic(site, wren, { title: 'Legs' })
    const shut = await postTopic(site, wren, { title: 'Shut' })
    await site.db`update topics set closed_at = ${site.now()} where id = ${idOf(shut)}`

    const added = await Promise.all([
      reply(site, sleep, okapi, words('Warm baths', { signals: ['dosing'], notes: ['loss'] })),
      reply(site, legs, heron, words('> **wren:** My legs\n\nMine too', { needs: true })),
      reply(site, shut, robin, words('Too late')),
    ])
    expect(added.map((one) => one && [one.topicId, one.number])).toEqual([
      [idOf(sleep), 1],
      [idOf(legs), 1],
      undefined,
    ])
    const [{ transactions } = {}] =
      await site.db`select count(distinct xmin::text)::int as transactions from replies`
    expect(transactions).toBe(1)

    const rows = await site.db`
      select m.handle, r.author_day, r.notes, r.body_markdown, t.reply_count, t.answered_at is not null as answered
      from replies r join topics t on t.id = r.topic_id join members m on m.id = r.author_id order by m.handle`
    expect(rows).toMatchObject([
      {
        ...{ handle: 'heron', authorDay: null, notes: [], bodyMarkdown: '> **wren:** My legs\n\nMine too' },
        ...{ replyCount: 1, answered: false },
      },
      { handle: 'okapi', authorDay: 4, notes: ['loss'], replyCount: 1, answered: true },
    ])
    const waits = await site.db`
      select m.handle, w.reason, w.answered_at is not null as answered
      from waiting_posts w join members m on m.id = w.author_id order by w.id`
    expect(waits).toMatchObject([
      // Wren's first topic is answered; the two others were not their first.
      { handle: 'wren', reason: 'first', answered: true },
      { handle: 'okapi', reason: 'first', answered: false },
      { handle: 'heron', reason: 'needs', answered: false },
    ])
    const told = await site.db`
      select n.kind, n.about, n.words->>'name' as name, n.words->>'title' as title from notices n
      where n.member_id = ${wren.id} order by n.about`
    expect(told).toMatchObject([
      { kind: 'forum-answer', about: `topic ${idOf(sleep)}`, name: 'okapi', title: 'Sleep' },
      { kind: 'forum-quoted', about: `topic ${idOf(legs)}`, name: 'heron', title: 'Legs' },
    ])
    const followed = await site.db`
      select m.handle, k.topic_id, k.read_number from topic_marks k join members m on m.id = k.member_id
      where k.member_id <> ${wren.id} and k.state = 'followed' order by m.handle`
    expect(followed).toMatchObject([
      { handle: 'heron', topicId: idOf(legs), readNumber: 1 },
      { handle: 'okapi', topicId: idOf(sleep), readNumber: 1 },
    ])
    expect(await site.db`select category, reply_id from post_signals`).toMatchObject([
      { category: 'dosing', replyId: added[0]?.id },
    ])
  })
})

test('two of one person come one after the other, two in one conversation together', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi, heron] = [
      await site.member('wren'),
      await site.member('okapi'),
      await site.member('heron'),
    ]
    const topics = [await postTopic(site, wren), await postTopic(site, wren), await postTopic(site, wren)]
    const [sleep = '', legs = '', night = ''] = topics
    const [first, second, other, again] = await Promise.all([
      reply(site, sleep, okapi, words('First')),
      reply(site, sleep, heron, words('Second')),
      reply(site, legs, wren, words('Elsewhere')),
      reply(site, night, wren, words('And here')),
    ])
    expect([first, second, other, again].map((one) => one?.number)).toEqual([1, 2, 1, 1])
    const rows = await site.db<{ id: string; round: string }[]>`select id, xmin::text as round from replies`
    const roundOf = (one: typeof first) => rows.find(({ id }) => id === one?.id)?.round
    expect(roundOf(second)).toBe(roundOf(first))
    expect(roundOf(other)).toBe(roundOf(first))
    expect(roundOf(again)).not.toBe(roundOf(first))
  })
})

test('one of several in one conversation that cannot be written leaves no gap', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi, heron] = (await Promise.all(
      ['wren', 'okapi', 'heron'].map((name) => site.member(name)),
    )) as [TestMember, TestMember, TestMember]
    const topic = await postTopic(site, wren)
    const twice = words('Sent before')
    await reply(site, topic, wren, twice)
    const all = await Promise.allSettled([
      reply(site, topic, okapi, words('Here')),
      reply(site, topic, wren, twice),
      reply(site, topic, heron, words('Here too')),
    ])
    expect(all.map((one) => one.status === 'fulfilled' && one.value?.number)).toEqual([2, 1, 3])
    const failing = [
      reply(site, topic, okapi, words('Never', { notes: ['nonsense' as 'loss'] })),
      reply(site, topic, heron, words('Still there')),
    ]
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    const numbers = await site.db<{ number: number }[]>`select number from replies order by id`
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(await site.db`select reply_count from topics`).toEqual([{ replyCount: 4 }])
  })
})

test('one reply that cannot be written keeps none of the others from being written', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi, heron] = [
      await site.member('wren'),
      await site.member('okapi'),
      await site.member('heron'),
    ]
    const [sleep, legs] = [await postTopic(site, wren), await postTopic(site, wren)]
    const impossible = { notes: ['nonsense' as 'loss'] }
    const both = await Promise.allSettled([
      reply(site, sleep, okapi, words('Never there', impossible)),
      reply(site, legs, heron, words('Still there')),
    ])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await site.db`select body_markdown from replies`).toEqual([{ bodyMarkdown: 'Still there' }])
    const counts = await site.db`select reply_count from topics order by id`
    expect(counts).toEqual([{ replyCount: 0 }, { replyCount: 1 }])
  })
})

test.for([1, 2])('of %s whose line to the database is cut meanwhile, each is written once', async (count) => {
  await onRealSite(async (site) => {
    const people = [await site.member('wren'), await site.member('okapi')].slice(0, count)
    const topics = await Promise.all(people.map((member) => postTopic(site, member)))
    await whileHeld(
      site.db,
      (tx) => tx`select from topics for update`,
      async (letGo) => {
        const writing = people.map((member, at) => reply(site, topics[at] ?? '', member, words('Here')))
        await untilWaiting(site.db, 1)
        const cut = await site.db`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        expect(cut).toHaveLength(1)
        letGo()
        expect((await Promise.all(writing)).map((one) => one?.number)).toEqual(people.map(() => 1))
      },
    )
    expect(await site.db`select from replies`).toHaveLength(count)
  })
})

test('who is told and who reads at the same time never wait for each other', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topics: string[] = []
    for (let at = 0; at < 6; at++) topics.push(await postTopic(site, wren))
    const others = await Promise.all(topics.map((_, at) => site.member(`okapi-${at}`)))
    for (let turn = 0; turn < 5; turn++) {
      const writing = topics.map((topic, at) =>
        reply(site, topics[(at + turn) % 6] ?? topic, others[at] ?? wren, words(`Turn ${turn}`)),
      )
      const reading = Array.from({ length: 4 }, () => site.get('/account/notices', { as: wren }))
      await Promise.all(writing)
      expect((await Promise.all(reading)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    }
    expect((await site.db`select id from replies`).length).toBe(30)
  })
})

test('what several nodes write in one topic in the same moment is counted once each', async () => {
  await onRealSite(async (site) => {
    const topic = await postTopic(site, await site.member('wren'))
    const people = await Promise.all(Array.from({ length: 12 }, (_, at) => site.member(`okapi-${at}`)))
    const other = await openTestDatabase()
    try {
      const said = people.flatMap((as, at) =>
        [site, { ...site, db: other }].map((node) => reply(node, topic, as, words(`${at}`))),
      )
      const numbers = (await Promise.all(said)).map((added) => added?.number ?? 0)
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    } finally {
      await other.end()
    }
    expect(await site.db`select reply_count from topics`).toEqual([{ replyCount: 24 }])
    // In the order of their numbers they came.
    const rows = await site.db<
      { id: string; number: number }[]
    >`select id, number from replies order by number`
    expect(
      rows.map(({ id }) => BigInt(id)).every((id, at, all) => at === 0 || id > (all[at - 1] ?? 0n)),
    ).toBe(true)
  })
})

test('the same form sent to two topics on two nodes in the same moment is one reply, and whole', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topics = [await postTopic(site, wren), await postTopic(site, wren)] as const
    const other = await openTestDatabase()
    try {
      for (let turn = 0; turn < 8; turn++) {
        const okapi = await site.member(`okapi-${turn}`)
        const said = words('I need someone', { needs: true })
        const both = await Promise.allSettled([
          reply(site, topics[0], okapi, said),
          reply({ ...site, db: other }, topics[1], okapi, said),
        ])
        for (const one of both)
          if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409 })
        expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
      }
    } finally {
      await other.end()
    }
    expect((await site.db`select id from replies`).length).toBe(8)
    const [{ counted } = {}] = await site.db`select sum(reply_count)::int as counted from topics`
    expect(counted).toBe(8)
    expect((await site.db`select id from waiting_posts where reason = 'needs'`).length).toBe(8)
  })
})

test('words for a post that a moderator takes away in the same moment are given back', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const replyId = (await postReply(site, wren, topic, 'One')).split('#reply-')[1] ?? ''
    const fields = { _words: 'body', body: 'An hour of words' }
    await whileHeld(
      site.db,
      (tx) =>
        tx`update replies set removed_at = ${site.now()}, removed_by_moderator = true where id = ${replyId}`,
      async (letGo) => {
        const sending = site.post(`${topic}/replies/${replyId}/edit`, fields, { as: wren })
        await untilWaiting(site.db, 1)
        letGo()
        const answer = await sending
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('An hour of words</textarea>')
      },
    )
  })
})
