import { expect, test } from 'vitest'
import { addNotices, takeBackTitles } from '../account/notices/index.ts'
import { touchGroups } from '../groups/index.ts'
import { type Transaction, transaction } from '../platform/database/index.ts'
import { newOnce, postReply, postTopic } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { Site, TestMember } from '../testing/site.ts'
import { untilWaiting, whileHeld } from '../testing/standstill.ts'
import { markCaughtUp } from './following/store.ts'
import { forgetAuthor } from './members.store.ts'
import { addReply } from './replies.store.ts'

const idOf = (topic: string) => topic.split('/').at(-1) ?? ''

interface Rows {
  table: 'topic_marks' | 'notices' | 'groups' | 'topics'
  inOrder: string
  those: string
  /** How many come before the one that is held. */
  before?: number
}

/** Somebody waits for a row that is held, and holds none of those that come after it. */
async function holdsNothingElse({ db }: Site, rows: Rows, work: () => Promise<unknown>): Promise<void> {
  const { before = 0 } = rows
  const chosen = db.unsafe(`select from ${rows.table} where ${rows.those} order by ${rows.inOrder}`)
  const [all] = await db<{ count: number }[]>`select count(*)::int from (${chosen}) those`
  await whileHeld(
    db,
    (tx) => tx`${chosen} offset ${before} limit 1 for update`,
    async (letGo) => {
      const working = work()
      await untilWaiting(db, 1)
      // What is known of a member comes after their marks.
      const free = db`select member_id from forum_members for update skip locked`
      if (rows.table === 'topic_marks')
        expect(await free).toEqual(await db`select member_id from forum_members`)
      expect(await db`${chosen} for update skip locked`).toHaveLength((all?.count ?? 0) - 1 - before)
      letGo()
      await working
    },
  )
}

/** No index brings the rows in an order that nobody asked for. */
async function asItLies({ db }: Site, work: (tx: Transaction) => Promise<void>): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`select set_config('enable_' || way, 'off', true) from unnest('{indexscan,bitmapscan,mergejoin,sort}'::text[]) way`
    await work(tx)
  })
}

async function people(site: Site, count: number): Promise<TestMember[]> {
  const made: TestMember[] = []
  for (let at = 0; at < count; at++) made.push(await site.member(`okapi-${at}`))
  return made
}

test('who answers, who reads and who has read everything lock marks in one order', async () => {
  await onRealSite(async (site) => {
    const members = await people(site, 6)
    const [first, last] = [members[0] as TestMember, members[5] as TestMember]
    const topics = [await postTopic(site, last), await postTopic(site, last)]
    // The last comes first: who takes them as they lie there begins at the other end.
    for (const member of members.toReversed().slice(1))
      for (const topic of topics.toReversed()) await postReply(site, member, topic, 'Here too.')
    await site.db`update topic_marks set told = false, read_number = -1`

    const inOrder = 'member_id, topic_id'
    // Two answers in one transaction, in two conversations that all of them follow.
    await holdsNothingElse(site, { table: 'topic_marks', inOrder, those: 'true', before: 1 }, () =>
      Promise.all(
        topics.map((topic, at) =>
          addReply(
            site.db,
            idOf(topic),
            { id: members[5 - at]?.id ?? '', today: Temporal.PlainDate.from('2026-11-22') },
            { markdown: 'All are told.', html: '<p>All are told.</p>', once: newOnce() },
            site.now(),
          ),
        ),
      ),
    )
    await transaction(site.db, (tx) => markCaughtUp(tx, first.id, site.now()))
    await site.db`update topic_marks set read_number = -1`
    const ofFirst = `member_id = ${first.id}`
    await holdsNothingElse(site, { table: 'topic_marks', inOrder, those: ofFirst }, () =>
      transaction(site.db, (tx) => markCaughtUp(tx, first.id, site.now())),
    )
  })
})

test('who tells something, who reads it and who takes a title back lock notices in one order', async () => {
  await onRealSite(async (site) => {
    const members = await people(site, 6)
    const [first, last] = [members[0] as TestMember, members[5] as TestMember]
    const topic = await postTopic(site, last)
    for (const member of members.toReversed().slice(1)) await postReply(site, member, topic, 'Here too.')
    const inOrder = 'member_id, about, id'
    await holdsNothingElse(site, { table: 'notices', inOrder, those: `about = 'topic ${idOf(topic)}'` }, () =>
      transaction(site.db, (tx) => takeBackTitles(tx, [idOf(topic)])),
    )
    await site.db`update members set created_at = ${site.now()} where id = ${first.id}`
    const lastFirst = members.map(({ id }) => id).toReversed()
    const words = { name: 'okapi', title: '', topic: idOf(topic) }
    const notice = { kind: 'forum-answer', link: '/forum', words, about: `topic ${idOf(topic)}` }
    await holdsNothingElse(site, { table: 'notices', inOrder, those: `about = 'topic ${idOf(topic)}'` }, () =>
      asItLies(site, (tx) => addNotices(tx, lastFirst, notice, site.now())),
    )

    // Who hears of new conversations in a space, and that somebody is back, is told both at once.
    const [space] = await site.db<{ id: string }[]>`select id from spaces where slug = 'open'`
    await site.db`insert into space_follows values (${first.id}, ${space?.id ?? ''}, ${site.now()})`
    await site.db`insert into return_follows values (${first.id}, ${last.id}, ${site.now()})`
    const wasAway = site.now().subtract({ hours: 24 * 30 })
    const write = async () => {
      await site.db`
        insert into forum_members (member_id, tells_return, last_wrote_at) values (${last.id}, true, ${wasAway})
        on conflict (member_id) do update set tells_return = true, last_wrote_at = excluded.last_wrote_at`
      await site.post('/forum/new', { title: 'Back', body: 'I am here.', once: newOnce() }, { as: last })
    }
    await write()
    const those = `member_id = ${first.id} and about ~ '^(return|space)'`
    await holdsNothingElse(site, { table: 'notices', inOrder, those }, write)
    const ofFirst = `member_id = ${first.id} and read_at is null`
    await holdsNothingElse(site, { table: 'notices', inOrder, those: ofFirst }, () =>
      site.get('/account/notices', { as: first }),
    )
  })
})

test('who wakes several groups, and who leaves several conversations, take them in one order', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi] = [await site.member('wren'), await site.member('okapi')]
    for (const slug of ['night', 'day'])
      await site.db`insert into groups (slug, name, kind) values (${slug}, ${slug}, 'discussion')`
    const groups = await site.db<{ id: string }[]>`select id from groups order by id`
    const topics = [await postTopic(site, wren), await postTopic(site, okapi)]
    for (const topic of topics) await postReply(site, wren, topic, 'Here too.')
    // The first lies behind the others now.
    for (const table of ['groups', 'topics'])
      await site.db`update ${site.db(table)} set created_at = ${site.now()} where id = (select min(id) from ${site.db(table)})`
    await holdsNothingElse(site, { table: 'groups', inOrder: 'id', those: 'true' }, () =>
      asItLies(site, (tx) =>
        touchGroups(
          tx,
          groups.map(({ id }) => id),
          site.now(),
        ),
      ),
    )
    await holdsNothingElse(site, { table: 'topics', inOrder: 'id', those: 'true' }, () =>
      asItLies(site, (tx) => forgetAuthor(tx, wren.id, 'a former member')),
    )
  })
})

test.for(['edit', 'remove'] as const)('to %s an answer waits for its conversation first', async (act) => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await postReply(site, wren, topic, 'Here too.')
    const [reply] = await site.db<{ id: string }[]>`select id from replies`
    await whileHeld(
      site.db,
      (tx) => tx`select from topics for update`,
      async (letGo) => {
        const acting = site.post(`${topic}/replies/${reply?.id}/${act}`, { body: 'Changed' }, { as: wren })
        await untilWaiting(site.db, 1)
        expect(await site.db`select from replies for update skip locked`).toHaveLength(1)
        letGo()
        expect((await acting).status).toBe(303)
      },
    )
  })
})

test('who writes keeps nobody from naming them or their conversation', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi] = [await site.member('wren'), await site.member('okapi')]
    const topic = await postTopic(site, wren)
    await postReply(site, wren, topic, 'I hear of what comes.')
    await site.db`insert into space_follows select ${wren.id}, id, ${site.now()} from spaces where slug = 'open'`
    const again = [
      () => site.post('/forum/new', { title: 'Day 4', body: 'Words', once: newOnce() }, { as: okapi }),
      () => site.post(`${topic}/replies`, { body: 'Words', once: newOnce() }, { as: okapi }),
    ]
    for (const write of again) {
      expect((await write()).status).toBe(303)
      await site.db`update topic_marks set told = false`
      await whileHeld(
        site.db,
        (tx) => tx`select from notices where read_at is null for update`,
        async (letGo) => {
          const writing = write()
          await untilWaiting(site.db, 1)
          expect(await site.db`select from members for key share skip locked`).toHaveLength(2)
          const [topics] = await site.db<{ count: number }[]>`select count(*)::int from topics`
          const named = await site.db`select from topics for key share skip locked`
          expect(named).toHaveLength(topics?.count ?? 0)
          letGo()
          expect((await writing).status).toBe(303)
        },
      )
    }
  })
})
