import { expect, test } from 'vitest'
import { newOnce, postTopic } from '../../testing/posting.ts'
import { onRealSite } from '../../testing/realSite.ts'
import type { Site, TestMember } from '../../testing/site.ts'
import { addReply } from '../replies.store.ts'

const idOf = (topic: string) => topic.split('/').at(-1) ?? ''

function reply({ db, now }: Site, topic: string, as: TestMember, markdown: string) {
  const author = { id: as.id, today: Temporal.PlainDate.from('2026-11-22') }
  return addReply(db, idOf(topic), author, { markdown, html: `<p>${markdown}</p>`, once: newOnce() }, now())
}

/** What each was told about a topic, and how their mark on it stands. */
async function toldIn(site: Site, topic: string) {
  const rows = await site.db<
    { handle: string; kind: string; name: string; read: number; told: boolean; state: string }[]
  >`
    select m.handle, n.kind, n.words->>'name' as name, k.read_number as read, k.told, k.state
    from topic_marks k join members m on m.id = k.member_id
      left join notices n on n.member_id = m.id and n.about = ${`topic ${idOf(topic)}`}
    where k.topic_id = ${idOf(topic)} order by m.id`
  return Object.fromEntries(
    rows.map(({ handle, kind, name, ...mark }) => [handle, { heard: kind && [kind, name], ...mark }]),
  )
}

test('of what several write in one conversation in the same moment, each hears what stands below their own', async () => {
  await onRealSite(async (site) => {
    const names = ['wren', 'okapi', 'heron', 'robin', 'moss', 'finch']
    const people = await Promise.all(names.map((name) => site.member(name)))
    const [wren, okapi, heron, robin, moss, finch] = people as [
      ...[TestMember, TestMember, TestMember, TestMember, TestMember, TestMember],
    ]
    const topic = await postTopic(site, wren)
    for (const [who, other] of [
      [moss, robin],
      [heron, finch],
    ] as const)
      await site.db`insert into folded_members values (${who.id}, ${other.id}, 'muted', ${site.now()})`
    await site.db`
      insert into topic_marks (member_id, topic_id, read_number, state) values (${robin.id}, ${idOf(topic)}, 0, 'muted')`

    const added = await Promise.all([
      reply(site, topic, wren, 'I say more'),
      reply(site, topic, okapi, 'First'),
      reply(site, topic, moss, '> **okapi:** First\n\nYes'),
      reply(site, topic, robin, 'Third'),
      reply(site, topic, heron, '> **moss:** Yes\n\nFourth'),
      reply(site, topic, finch, 'Fifth'),
    ])
    expect(added.map((one) => one?.number)).toEqual([1, 2, 3, 4, 5, 6])
    const ids = added.map((one) => Number(one?.id))
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    const rounds = await site.db`select distinct xmin::text from replies`
    expect(rounds).toHaveLength(1)
    expect(await site.db`select reply_count, answered_at is not null as answered from topics`).toEqual([
      { replyCount: 6, answered: true },
    ])
    expect(await toldIn(site, topic)).toEqual({
      wren: { heard: ['forum-answer', 'okapi'], read: 1, told: true, state: 'followed' },
      okapi: { heard: ['forum-quoted', 'moss'], read: 2, told: true, state: 'followed' },
      // Robin is folded away.
      moss: { heard: ['forum-quoted', 'heron'], read: 3, told: true, state: 'followed' },
      robin: { heard: null, read: 4, told: false, state: 'muted' },
      // So is finch.
      heron: { heard: null, read: 5, told: false, state: 'followed' },
      finch: { heard: null, read: 6, told: false, state: 'followed' },
    })
  })
})

test('who follows a conversation hears once of what several write there in the same moment', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi, heron, moss] = (await Promise.all(
      ['wren', 'okapi', 'heron', 'moss'].map((name) => site.member(name)),
    )) as [TestMember, TestMember, TestMember, TestMember]
    const topic = await postTopic(site, wren)
    await site.db`insert into folded_members values (${moss.id}, ${okapi.id}, 'muted', ${site.now()})`
    for (const follower of [moss, heron])
      await site.db`
        insert into topic_marks (member_id, topic_id, read_number, state)
        values (${follower.id}, ${idOf(topic)}, 0, 'followed')`
    const others = [okapi, await site.member('robin'), await site.member('finch')]
    await Promise.all(others.map((as) => reply(site, topic, as, 'Here')))
    expect(await toldIn(site, topic)).toMatchObject({
      wren: { heard: ['forum-answer', 'okapi'], read: 0, told: true },
      heron: { heard: ['forum-followed', 'okapi'], read: 0, told: true },
      moss: { heard: ['forum-followed', 'robin'], read: 0, told: true },
    })
    expect(await site.db`select from notices where member_id = ${wren.id}`).toHaveLength(1)
  })
})
