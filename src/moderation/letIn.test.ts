import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

interface Scene {
  wren: TestMember
  /** Came without the small check: what they write first waits for a moderator. */
  okapi: TestMember
  keeper: TestMember
  topic: string
}

async function scene(site: Site): Promise<Scene> {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi', { isNew: true })
  await site.db`update members set proved_work = false where id = ${okapi.id}`
  const keeper = await site.member('keeper', { role: 'moderator' })
  return { wren, okapi, keeper, topic: await postTopic(site, wren) }
}

async function hold(site: Site, { okapi, topic }: Scene, more: Record<string, string> = {}) {
  const fields = { body: 'I am on day one.', once: newOnce(), ...more }
  const answer = await site.post(`${topic}/replies`, fields, { as: okapi })
  expect(answer.headers.get('location')).toContain('sent=held')
  const [row] = await site.db<{ id: string }[]>`select id from replies order by id desc limit 1`
  return row?.id ?? ''
}

async function decide(site: Site, { keeper }: Scene, fields: Record<string, string>): Promise<void> {
  await read(site, '/moderation', keeper)
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
  const words = { category: 'shaming', reason: 'Welcome.', ...fields }
  expect((await site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })).status).toBe(303)
}

const waits = async (site: Site, as: TestMember) =>
  (await read(site, '/forum/waiting', as)).includes('day one')

describe('a reply that waited for a moderator', () => {
  test('is told to those who follow, and to greeters, when it can be read', async ({ site }) => {
    const here = await scene(site)
    const reply = await hold(site, here, { needs: 'yes' })
    const edited = { body: 'I am on day one, and afraid.' }
    await site.post(`${here.topic}/replies/${reply}/edit`, edited, { as: here.okapi })
    expect(await read(site, '/account/notices', here.wren)).not.toContain('okapi')
    expect(await waits(site, here.wren)).toBe(false)

    await decide(site, here, { kind: 'none' })
    expect(await read(site, '/account/notices', here.wren)).toContain('okapi')
    expect(await waits(site, here.wren)).toBe(true)
    expect(await read(site, '/forum/following', here.wren)).toContain('Day 3, cannot sleep')
  })

  test('was not answered by what others wrote before anybody could read it', async ({ site }) => {
    const here = await scene(site)
    await hold(site, here)
    await postReply(site, here.wren, here.topic, 'Still awake.')
    await decide(site, here, { kind: 'none' })
    expect(await waits(site, here.wren)).toBe(true)
    await postReply(site, here.wren, here.topic, 'Welcome. Day one is the hardest.')
    expect(await waits(site, here.wren)).toBe(false)
  })

  test('answers nobody when it asks for somebody itself', async ({ site }) => {
    const here = await scene(site)
    await hold(site, here, { needs: 'yes' })
    await decide(site, here, { kind: 'none' })
    const page = await read(site, '/forum/waiting')
    for (const words of ['My legs will not stop.', 'I am on day one.']) expect(page).toContain(words)
    expect(await read(site, here.topic)).toContain('data-until-answer')
  })

  test('tells whom it quotes, in the words it has by now', async ({ site }) => {
    const here = await scene(site)
    const finch = await site.member('finch')
    await postReply(site, finch, here.topic, 'I walk at night.')
    const reply = await hold(site, here)
    const body = '> **finch:**\n> I walk at night.\n\nSo do I, on day one.'
    await site.post(`${here.topic}/replies/${reply}/edit`, { body }, { as: here.okapi })
    await decide(site, here, { kind: 'none' })
    expect(await read(site, '/account/notices', finch)).toMatch(/okapi[^<]*quoted you|quoted you[^<]*okapi/)
  })
})

describe('a conversation that waited for a moderator', () => {
  test('is told to those who follow its space once, when it can be read', async ({ site }) => {
    const here = await scene(site)
    const finch = await site.member('finch')
    const [space] = await site.db<{ id: string }[]>`select space_id as id from topics`
    await site.db`insert into space_follows (member_id, space_id, followed_at) values (${finch.id}, ${space?.id ?? ''}, ${site.now()})`
    const count = async () => (await site.db`select 1 from notices where kind = 'forum-space'`).length
    const fields = { title: 'Day one', body: 'I am on day one.', once: newOnce() }
    await site.post('/forum/new', fields, { as: here.okapi })
    expect(await count()).toBe(0)
    await decide(site, here, { kind: 'none' })
    expect(await count()).toBe(1)
    expect(await waits(site, here.wren)).toBe(true)

    // Out of sight for a while, and back: nobody is told twice.
    await site.db`update notices set read_at = ${site.now()}`
    const [row] = await site.db<{ id: string }[]>`select id from topics where title = 'Day one'`
    await site.post(`/moderation/report?topic=${row?.id}`, { category: 'shaming' }, { as: finch })
    site.setNow('2026-11-22T12:30:00Z')
    await decide(site, here, { kind: 'hold' })
    const [measure] = await site.db<{ id: string }[]>`select id from measures`
    const page = `/moderation/decisions/${measure?.id}`
    await site.post(`${page}/appeal`, { words: 'Why?' }, { as: here.okapi })
    const warden = await site.member('warden', { role: 'moderator' })
    await site.post(`${page}/answer`, { granted: 'yes', answer: 'Sorry.' }, { as: warden })
    expect((await site.get(`/forum/${row?.id}`)).status).toBe(200)
    expect(await count()).toBe(1)
  })
})

test('somebody new is waited for within hours, and reads what happens and whom to talk to meanwhile', async ({
  site,
}) => {
  const { okapi, keeper } = await scene(site)
  const fields = { title: 'First night', body: 'I am on day one.', kind: 'story', once: newOnce() }
  const answer = await site.post('/forum/new', fields, { as: okapi })
  const address = answer.headers.get('location') ?? ''
  const once = await read(site, address, okapi)
  expect(once).toContain('Nothing is wrong with them.')
  expect(once).toContain('href="/moderation/rota"')
  // Said once; what stays says the same in short.
  const later = await read(site, address.replace(/\?.*/, ''), okapi)
  expect(later).toMatch(/Nothing you wrote is lost\.<\/p><p><a href="\/help"/)
  expect(await read(site, '/moderation', keeper)).toMatch(/Waits to be let in.*Within hours/s)
})

test('one press lets somebody in, and the log for everybody names no rule beside it', async ({ site }) => {
  const here = await scene(site)
  await hold(site, here)
  await read(site, '/moderation', here.keeper)
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const path = `/moderation/cases/${row?.id}`
  const [form = ''] =
    /<form[^>]*decide"[^>]*>(?:(?!<\/form>).)*>Let it in<\/button><\/form>/s.exec(
      await read(site, path, here.keeper),
    ) ?? []
  const pressed = Object.fromEntries(
    [...form.matchAll(/name="(kind|category)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const decided = (fields: Record<string, string>) => site.post(`${path}/decide`, fields, { as: here.keeper })
  // Waiting is no rule that somebody could have broken.
  expect((await decided({ ...pressed, kind: 'note', reason: 'No.' })).status).toBe(422)
  expect((await decided(pressed)).status).toBe(303)
  expect(await read(site, here.topic, here.wren)).toContain('I am on day one.')
  const log = await read(site, '/moderation/log')
  expect(log).toContain('<td>Let in</td><td>A first post</td>')
})

test('what is let in shows that its group is alive, from then on', async ({ site }) => {
  const here = await scene(site)
  await site.db`
    insert into groups (slug, name, kind, summary, last_active_at) values
      ('owls', 'Owls', 'twelve_step', '', '2026-01-01T00:00:00Z'), ('larks', 'Larks', 'twelve_step', '', '2026-01-01T00:00:00Z')`
  await site.db`insert into spaces (group_id) select id from groups where slug = 'owls'`
  await site.db`
    insert into group_members (group_id, member_id, role, joined_at)
    select id, ${here.okapi.id}, 'member', ${site.now()} from groups where slug = 'owls'`
  await site.db`update topics set (group_id, space_id) = (select group_id, id from spaces where group_id is not null)`
  await hold(site, here)
  site.setNow('2026-11-22T13:00:00Z')
  await decide(site, here, { kind: 'none' })
  const active = await site.db<
    { at: string }[]
  >`select last_active_at::date::text as at from groups order by slug`
  expect(active.map(({ at }) => at)).toEqual(['2026-01-01', '2026-11-22'])
})

describe('somebody new', () => {
  test('is seen in the queue, however much was taken out of sight before', async ({ site }) => {
    const here = await scene(site)
    await site.db`
      with hidden as (
        insert into replies (topic_id, author_id, body_markdown, body_html, once, created_at, held_at)
        select t.id, ${here.wren.id}, 'Out of sight.', '', gen_random_uuid(), t.created_at, t.created_at
        from topics t, generate_series(1, 120) returning topic_id, id),
      cases as (
        insert into moderation_cases (topic_id, reply_id, author_id, origin, category, severity, opened_at, closed_at)
        select topic_id, id, ${here.wren.id}, 'held', 'held', 2, ${site.now()}, ${site.now()} from hidden returning id)
      insert into measures (case_id, member_id, kind, category, reason, made_at)
      select id, ${here.wren.id}, 'hold', 'shaming', 'Not so.', ${site.now()} from cases`
    await hold(site, here)
    expect(await read(site, '/moderation', here.keeper)).toContain('day one')
  })

  test('waits in the queue once, and is not asked about again by who looks', async ({ site }) => {
    const here = await scene(site)
    await hold(site, here)
    for (let look = 0; look < 2; look++) await read(site, '/moderation', here.keeper)
    expect(await site.db`select id from moderation_cases`).toHaveLength(1)
  })
})
