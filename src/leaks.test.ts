import { expect } from 'vitest'
import { listRoutes } from '../tools/app/routes.ts'
import { transaction } from './platform/database/index.ts'
import { newOnce, postReply, postTopic } from './testing/posting.ts'
import { type Site, type TestMember, test } from './testing/site.ts'

/** Words that stand in one place each, where somebody else must never find them. */
const words = {
  hiddenTitle: 'quandlemoor',
  hiddenBody: 'brastifolk',
  hiddenBefore: 'clumberwick',
  hiddenReply: 'dorvenish',
  heldTitle: 'eskervale',
  heldBody: 'fintolery',
  heldReply: 'grumblethane',
  putAwayTitle: 'hessiondale',
  putAwayBody: 'ivandreck',
  underPutAway: 'jostlerine',
  removedTitle: 'kelvandor',
  removedBody: 'lorimast',
  removedReply: 'mundicant',
  editedAway: 'nesterowe',
  draft: 'ostravine',
  report: 'pellidore',
  reason: 'quistmarch',
  appeal: 'rendelaw',
  invitation: 'sorbleton',
  address: 'tandrigal',
}

interface World {
  owner: TestMember
  topics: string[]
  replies: string[]
  gaps: Record<string, string>
}

const idOf = (address: string) => /^\/forum\/(\d+)/.exec(address)?.[1] ?? ''

/** One of everything that is not for everybody. */
async function build(site: Site): Promise<World> {
  const { db } = site
  const wren = await site.member('wren', { lastDoseOn: '2026-11-18', showsDay: false })
  const okapi = await site.member('okapi', { isNew: true })
  const keeper = await site.member('keeper', { role: 'moderator' })
  await db`update members set proved_work = false where id = ${okapi.id}`
  const at = site.now()
  const id = async (rows: PromiseLike<{ id: string }[]>) => (await rows)[0]?.id ?? ''
  const groupId = await id(
    db`insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`,
  )
  await db`insert into group_members (group_id, member_id) values (${groupId}, ${wren.id})`
  await db`insert into spaces (group_id, readers) values (${groupId}, 'members')`

  const hidden = await postTopic(site, wren, {
    title: words.hiddenTitle,
    body: words.hiddenBefore,
    space: 'group:night-watch',
  })
  await db`update topics set created_at = created_at - interval '1 hour' where id = ${idOf(hidden)}`
  const edit = { title: words.hiddenTitle, body: words.hiddenBody }
  expect((await site.post(`${hidden}/edit`, edit, { as: wren })).status).toBe(303)
  const hiddenReply = await postReply(site, wren, hidden, words.hiddenReply)

  const open = await postTopic(site, wren, { title: 'Open to all', body: 'Good morning.' })
  const held = await site.post(
    '/forum/new',
    { title: words.heldTitle, body: words.heldBody, once: newOnce() },
    { as: okapi },
  )
  await site.post(`${open}/replies`, { body: words.heldReply, once: newOnce() }, { as: okapi })
  const [waiting] = await db<{ id: string }[]>`select id from replies where held_at is not null`

  const putAway = await postTopic(site, wren, { title: words.putAwayTitle, body: words.putAwayBody })
  const under = await postReply(site, wren, putAway, words.underPutAway)
  await db`update topics set held_at = ${at} where id = ${idOf(putAway)}`

  const removed = await postTopic(site, wren, { title: words.removedTitle, body: words.removedBody })
  await site.post(`${removed}/remove`, {}, { as: wren })
  const gone = await postReply(site, wren, open, words.removedReply)
  const goneId = gone.split('#reply-')[1] ?? ''
  await site.post(`${open}/replies/${goneId}/remove`, {}, { as: wren })
  const changed = await postReply(site, wren, open, words.editedAway)
  const changedId = changed.split('#reply-')[1] ?? ''
  await site.post(`${open}/replies/${changedId}/edit`, { body: 'Something else.' }, { as: wren })

  const draftId = await id(db`
    insert into drafts (member_id, once, saved_at, title, body)
    values (${wren.id}, gen_random_uuid(), ${at}, ${words.draft}, ${words.draft}) returning id`)
  const caseId = await id(db`
    insert into moderation_cases (topic_id, author_id, origin, category, severity, opened_at)
    values (${idOf(open)}, ${wren.id}, 'report', 'sourcing', 3, ${at}) returning id`)
  await db`
    insert into reports (case_id, reporter_id, category, words, reported_at)
    values (${caseId}, ${okapi.id}, 'sourcing', ${words.report}, ${at})`
  const measureId = await id(db`
    insert into measures (case_id, member_id, kind, category, reason, made_at)
    values (${caseId}, ${wren.id}, 'note', 'sourcing', ${words.reason}, ${at}) returning id`)
  await db`insert into appeals (measure_id, words, made_at) values (${measureId}, ${words.appeal}, ${at})`
  await db`
    insert into invites (token_hash, label, most_uses, made_at, expires_at)
    values (${Buffer.alloc(32)}, ${words.invitation}, 5, ${at}, ${at.add({ hours: 24 })})`
  await db`update sessions set label = ${words.address} where member_id in (${wren.id}, ${keeper.id})`

  expect(held.status).toBe(303)
  const topics = [hidden, putAway, removed, open].map(idOf)
  const [heldTopic] = await db<{ id: string }[]>`select id from topics where title = ${words.heldTitle}`
  topics.push(heldTopic?.id ?? '')
  const replies = [hiddenReply, under].map((path) => path.split('#reply-')[1] ?? '')
  replies.push(waiting?.id ?? '', goneId, changedId)
  const gaps = {
    slug: 'night-watch',
    draftId,
    caseId,
    measureId,
    memberId: wren.id,
    number: '4',
    kind: 'discussion',
  }
  return { owner: wren, topics, replies, gaps }
}

/** Every address that can be read, with all that is not for everybody in its gaps. */
function addresses(site: Site, { topics, replies, gaps }: World): string[] {
  const found = new Set<string>()
  for (const { method, path } of listRoutes(site.app)) {
    if (method !== 'GET') continue
    for (const topicId of topics)
      for (const replyId of replies) {
        const filled: Record<string, string> = { ...gaps, topicId, replyId }
        const slug = path.startsWith('/forum/spaces/') ? 'newcomers' : gaps.slug
        found.add(
          path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, gap: string) =>
            gap === 'slug' ? (slug ?? '') : (filled[gap] ?? '1'),
          ),
        )
      }
  }
  for (const topicId of topics)
    for (const rest of ['?page=1', '?quote=0', '?quote=1', '?draft=1', '/unread'])
      found.add(`/forum/${topicId}${rest}`)
  for (const days of ['day=4', 'week=1', 'step=1', 'from=0&to=9']) found.add(`/forum/days?${days}`)
  for (const asked of ['author=wren', 'author=okapi', 'q=good', 'from=0&to=400', 'q=something&space=open'])
    found.add(`/forum/search?${asked}`)
  return [...found]
}

class Undo extends Error {}

async function textOf(site: Site, path: string, as: TestMember | undefined): Promise<string> {
  let text = ''
  await transaction(site.db, async () => {
    const answer = await site.get(path, as ? { as } : {})
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
    else text = `${answer.headers.get('location') ?? ''} ${await answer.text()}`
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return text
}

/** Which of the words stand on which of the pages. */
async function wordsOn(site: Site, paths: string[], as: TestMember | undefined): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const text = await textOf(site, path, as)
    for (const [what, word] of Object.entries(words))
      if (text.includes(word)) found.push(`${what} on ${path}`)
  }
  return found
}

test('what is not for everybody stands on no page of anybody else', { timeout: 120_000 }, async ({
  site,
}) => {
  const world = await build(site)
  const finch = await site.member('finch')
  const paths = addresses(site, world)
  expect(await wordsOn(site, paths, undefined)).toEqual([])
  expect(await wordsOn(site, paths, finch)).toEqual([])
  // They are there, for those whom they are for.
  const operator = await site.member('warden', { role: 'operator' })
  const seen = [...(await wordsOn(site, paths, world.owner)), ...(await wordsOn(site, paths, operator))]
  const kept = Object.keys(words).filter((what) => !/^removed|editedAway/.test(what))
  expect(kept.filter((what) => !seen.some((one) => one.startsWith(`${what} `)))).toEqual([])
})

test('a search for them is answered like one for words that nobody wrote', async ({ site }) => {
  await build(site)
  const answer = async (word: string, as: TestMember | undefined) =>
    (await textOf(site, `/forum/search?q=${word}`, as))
      .replaceAll(word, '…')
      .replaceAll(/name="_token" value="[^"]*"/g, '')
  for (const as of [undefined, await site.member('finch')])
    for (const word of Object.values(words))
      for (const typed of [word, word.slice(0, -1)])
        expect(await answer(typed, as), typed).toBe(await answer('x'.repeat(typed.length), as))
})
