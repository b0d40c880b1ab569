import { expect, test } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { newOnce, postTopic, read } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { Site, TestMember } from '../testing/site.ts'
import { untilWaiting, whileHeld } from '../testing/standstill.ts'
import { addToLog, checkLog } from './log/index.ts'

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).sort()

async function newCase(site: Site, writer: TestMember, reader: TestMember): Promise<string> {
  const words = { title: 'Day 3', body: 'My legs will not stop.', once: newOnce() }
  const topic = (await site.post('/forum/new', words, { as: writer })).headers.get('location')
  const path = `/moderation/report?topic=${topic?.split('/').at(-1)}`
  // Two who report in the same moment open one case.
  const both = [reader, await site.member('heron')].map((as) =>
    site.post(path, { category: 'sourcing' }, { as }),
  )
  expect(await statuses(both)).toEqual([200, 200])
  expect(await site.db`select from moderation_cases`).toHaveLength(1)
  return `/moderation/cases/${await lastId(site, 'moderation_cases')}`
}

test('of moderators who act in the same moment, one does, and the other is told so', async () => {
  await onRealSite(async (site) => {
    const writer = await site.member('wren')
    const reader = await site.member('finch')
    const keepers: TestMember[] = []
    for (const handle of ['keeper', 'warden', 'juniper', 'owner'])
      keepers.push(await site.member(handle, { role: 'moderator' }))
    const [one, two, three, four] = keepers as [TestMember, TestMember, TestMember, TestMember]
    const page = await newCase(site, writer, reader)

    expect(await statuses([one, two].map((as) => site.post(`${page}/claim`, {}, { as })))).toEqual([303, 409])
    await site.db`update moderation_cases set claimed_by = null, claimed_at = null`

    const ban = { kind: 'ban', category: 'sourcing', reason: 'Leave the shop out.' }
    expect(await statuses([one, one].map((as) => site.post(`${page}/decide`, ban, { as })))).toEqual([
      303, 409,
    ])
    expect(await site.db`select from measures`).toHaveLength(1)
    expect(await statuses([site.post(`${page}/claim`, {}, { as: two })])).toEqual([409])

    const decision = `/moderation/decisions/${await lastId(site, 'measures')}`
    // The first cannot be the second by being quick, and of two seconds the word of one counts.
    const second = (as: TestMember) => site.post(`${decision}/second`, { agree: 'yes' }, { as })
    const answers = await statuses([one, two, three, one].map(second))
    expect(answers.filter((status) => status === 303)).toHaveLength(1)
    const [by] = await site.db<{ secondedBy: string }[]>`select seconded_by from measures`
    expect([two.id, three.id]).toContain(by?.secondedBy)

    const appeal = () => site.post(`${decision}/appeal`, { words: 'It was no shop.' }, { as: writer })
    expect(await statuses([appeal(), appeal()])).toEqual([303, 303])
    expect(await site.db`select from appeals`).toHaveLength(1)
    const answer = (granted: string) =>
      site.post(`${decision}/answer`, { granted, answer: 'So it is.' }, { as: four })
    expect(await statuses([answer('no'), answer('yes')])).toEqual([303, 409])

    // Each is in the log once, and the chain holds.
    const log = await site.db<{ what: string }[]>`select what from moderation_log order by number`
    expect(log.map(({ what }) => what.replace(/-(kept|granted)$/, ''))).toEqual([
      'ban',
      'ban-agreed',
      'appeal',
    ])
  })
})

test.for([
  ['closes it', 'close', {}],
  ['sets its notes', 'notes', { notes: 'loss' }],
] as const)(
  'who decides about a conversation and who %s meanwhile never wait for each other',
  async ([, act, fields]) => {
    await onRealSite(async (site) => {
      const page = await newCase(site, await site.member('wren'), await site.member('finch'))
      const [one, two] = [
        await site.member('keeper', { role: 'moderator' }),
        await site.member('warden', { role: 'moderator' }),
      ]
      const [topic] = await site.db<{ id: string }[]>`select id from topics`
      const nextEntry = 7_140_004
      await whileHeld(
        site.db,
        (tx) => tx`select pg_advisory_xact_lock(${nextEntry})`,
        async (letGo) => {
          const lock = { kind: 'lock', category: 'sourcing', reason: 'It is all said.' }
          const deciding = site.post(`${page}/decide`, lock, { as: one })
          await untilWaiting(site.db, 1)
          const acting = site.post(`/forum/${topic?.id}/${act}`, fields, { as: two })
          await untilWaiting(site.db, 2)
          letGo()
          expect(await statuses([deciding, acting])).toEqual([303, 303])
        },
      )
    })
  },
)

test('who joins a conversation with another and who decides about it meanwhile never wait for each other', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const page = await newCase(site, wren, await site.member('finch'))
    const into = await postTopic(site, wren)
    const [one, two] = [
      await site.member('keeper', { role: 'moderator' }),
      await site.member('warden', { role: 'moderator' }),
    ]
    const [topic] = await site.db<{ id: string }[]>`select id from topics order by id limit 1`
    await whileHeld(
      site.db,
      (tx) => tx`select from topics where id = ${topic?.id ?? ''} for update`,
      async (letGo) => {
        const joining = site.post(`/forum/${topic?.id}/merge`, { into }, { as: one })
        await untilWaiting(site.db, 1)
        const fold = { kind: 'collapse', category: 'sourcing', reason: 'Leave the shop out.' }
        const deciding = site.post(`${page}/decide`, fold, { as: two })
        await untilWaiting(site.db, 2)
        letGo()
        expect(await statuses([joining, deciding])).toEqual([303, 303])
      },
    )
  })
})

test('words from a dark place wait for a decision that is being made, and for no reply', async () => {
  await onRealSite(async (site) => {
    const [wren, okapi] = [await site.member('wren'), await site.member('okapi', { isNew: true })]
    await site.db`update members set proved_work = false where id = ${okapi.id}`
    const topic = await postTopic(site, wren)
    const held = await site.post(`${topic}/replies`, { body: 'Here.', once: newOnce() }, { as: okapi })
    expect(held.headers.get('location')).toContain('sent=held')
    const keeper = await site.member('keeper', { role: 'moderator' })
    await site.get('/moderation', { as: keeper })
    const [reply] = await site.db<{ id: string }[]>`select id from replies`
    const { db } = site
    const id = reply?.id ?? ''
    const change = () =>
      site.post(`${topic}/replies/${id}/edit`, { body: 'I want to end my life tonight.' }, { as: okapi })

    await whileHeld(
      db,
      (tx) => tx`select from topics for update`,
      async (letGo) => {
        const changing = change()
        await untilWaiting(db, 1)
        expect(await db`select from replies where id = ${id} for update nowait`).toHaveLength(1)
        letGo()
        expect((await changing).status).toBe(303)
      },
    )
    expect(await read(site, topic)).toContain('end my life')

    await db`update replies set held_at = ${site.now()}, number = null`
    await whileHeld(
      db,
      async (tx) => {
        const [found] = await tx<{ id: string }[]>`select id from moderation_cases for update`
        await tx`insert into measures (case_id, member_id, moderator_id, kind, category, reason, made_at)
          values (${found?.id ?? ''}, ${okapi.id}, ${keeper.id}, 'hold', 'sourcing', 'No.', ${site.now()})`
      },
      async (letGo) => {
        const changing = change()
        await untilWaiting(db, 1)
        letGo()
        expect((await changing).status).toBe(303)
      },
    )
    expect(await db`select from replies where held_at is not null`).toHaveLength(1)
  })
})

test('what is written into the log in the same moment is one chain', async () => {
  await onRealSite(async (site) => {
    const keepers = await Promise.all(['keeper', 'warden'].map((handle) => site.member(handle)))
    const entries = Array.from({ length: 8 }, (_, index) => keepers[index % 2]?.id ?? '')
    await Promise.all(
      entries.map((keeperId) =>
        transaction(site.db, (tx) =>
          addToLog(tx, { what: 'note', category: 'shaming', keeperId }, site.now()),
        ),
      ),
    )
    expect(await checkLog(site.db)).toMatchObject({ entries: 8, broken: undefined })
    const letters = await site.db`select from keeper_letters`
    expect(letters).toHaveLength(2)
  })
})
