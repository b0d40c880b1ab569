import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { listRoutes, type Route } from '../tools/app/routes.ts'
import { transaction } from './platform/database/index.ts'
import { postReply, postTopic } from './testing/posting.ts'
import { type Site, type TestMember, test } from './testing/site.ts'

/**
 * Who gets past the door of every address, written down beside the addresses: nobody, a member, the member whose own it is
 * (`owner`: wrote it, hosts it, is meant by it), a moderator, the operator. An address that is new here needs a line.
 */
const doors = JSON.parse(readFileSync('tools/doors.json', 'utf8')) as Record<string, string>

const actors = ['guest', 'member', 'owner', 'moderator', 'operator'] as const
type Actor = (typeof actors)[number]

interface World {
  who: Record<Actor, TestMember | undefined>
  gaps(path: string): Record<string, string>
}

/** One of everything, belonging to one person. */
async function build(site: Site): Promise<World> {
  const { db } = site
  const owner = await site.member('wren')
  const member = await site.member('finch')
  const moderator = await site.member('keeper', { role: 'moderator' })
  const operator = await site.member('warden', { role: 'operator' })
  const at = site.now()
  const id = async (rows: PromiseLike<{ id: string }[]>) => (await rows)[0]?.id ?? ''

  const groupId = await id(
    db`insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`,
  )
  await db`insert into group_members (group_id, member_id, role) values (${groupId}, ${owner.id}, 'host')`
  const meetingId = await id(db`
    insert into meetings (group_id, name, recurrence, time, zone, online, online_url)
    values (${groupId}, 'Night Watch', ${db.json({ every: 'week', interval: 1, days: [6] })}, '21:00', 'UTC', true, 'https://zoom.us/j/1')
    returning id`)
  const proposalId = await id(db`
    insert into meeting_proposals (meeting_id, member_id, about, created_at)
    values (${meetingId}, ${member.id}, 'gone', ${at}) returning id`)

  const topic = await postTopic(site, owner)
  const topicId = topic.split('/').at(-1) ?? ''
  const replyId = (await postReply(site, owner, topic, 'And so on.')).split('#reply-').at(-1) ?? ''
  const draftId = await id(db`
    insert into drafts (member_id, once, saved_at) values (${owner.id}, gen_random_uuid(), ${at}) returning id`)
  const waitingId = await id(db`select id from waiting_posts limit 1`)
  const spaceId = await id(db`select id from spaces where slug = 'newcomers'`)

  const caseId = await id(db`
    insert into moderation_cases (topic_id, author_id, origin, category, severity, opened_at)
    values (${topicId}, ${owner.id}, 'report', 'sourcing', 3, ${at}) returning id`)
  const measureId = await id(db`
    insert into measures (case_id, member_id, kind, category, reason, made_at)
    values (${caseId}, ${owner.id}, 'note', 'sourcing', 'Leave the shop out.', ${at}) returning id`)
  await db`insert into appeals (measure_id, words, made_at) values (${measureId}, 'There was none.', ${at})`
  const banId = await id(db`
    insert into measures (case_id, member_id, kind, category, reason, made_at)
    values (${caseId}, ${owner.id}, 'ban', 'sourcing', 'Sells again and again.', ${at}) returning id`)
  const dutyId = await id(db`
    insert into duties (moderator_id, starts_at, ends_at) values (${moderator.id}, ${at}, ${at.add({ hours: 2 })}) returning id`)

  const feedId = await id(
    db`insert into feeds (name, format) values ('A list', 'meeting_guide') returning id`,
  )
  const importId = await id(db`insert into imports (feed_id) values (${feedId}) returning id`)
  const inviteId = await id(db`
    insert into invites (token_hash, label, most_uses, made_at, expires_at)
    values (${Buffer.alloc(32)}, 'A leaflet', 5, ${at}, ${at.add({ hours: 24 })}) returning id`)
  const passkeyId = await id(db`
    insert into passkeys (member_id, credential_id, public_key, added_at)
    values (${owner.id}, ${Buffer.alloc(16)}, ${Buffer.alloc(77)}, ${at}) returning id`)
  const deviceId = await id(db`
    insert into push_devices (member_id, name, sealed, wording, kinds, locale, added_at, told_at)
    values (${owner.id}, ${Buffer.alloc(32)}, ${Buffer.alloc(40)}, 'named', 'all', 'en', ${at}, ${at}) returning id`)
  const [session] = await db<{ id: string }[]>`select id from sessions where member_id = ${owner.id}`

  const slugs: [string, string][] = [
    ['/forum/spaces/', 'newcomers'],
    ['/toolkit/', 'urge-surfing'],
    ['/guide/', 'sleep'],
  ]
  const ids: [string, string][] = [
    ['/operations/feeds/imports/', importId],
    ['/operations/feeds/', feedId],
    ['/operations/suggestions/', proposalId],
    ['/groups/:slug/suggestions/', proposalId],
    ['/forum/waiting/', waitingId],
  ]
  const inPlace = (path: string, places: [string, string][], other: string) =>
    places.find(([begin]) => path.startsWith(begin))?.[1] ?? other
  return {
    who: { guest: undefined, member, owner, moderator, operator },
    gaps: (path) => ({
      slug: inPlace(path, slugs, 'night-watch'),
      id: inPlace(path, ids, meetingId),
      file: path.startsWith('/meetings/') ? `${meetingId}.ics` : 'meetings.json',
      kind: 'discussion',
      loudest: 'craving',
      session: 'evening',
      number: '4',
      date: '2026-11-28',
      act: 'up',
      memberId: owner.id,
      sessionId: session?.id ?? '',
      topicId,
      replyId,
      draftId,
      spaceId,
      caseId,
      measureId: path.endsWith('/second') ? banId : measureId,
      dutyId,
      inviteId,
      passkeyId,
      deviceId,
    }),
  }
}

function addressOf({ path }: Route, gaps: Record<string, string>, topicId: string): string {
  const address = path.replace(
    /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
    (_, gap: string) => gaps[gap] ?? 'nobody-knows',
  )
  return path === '/moderation/report' ? `${address}?topic=${topicId}` : address
}

class Undo extends Error {}

/** Whether the door opened: the page, its next page, or a form that only wants to be filled in better. */
async function opens(
  site: Site,
  route: Route,
  address: string,
  as: TestMember | undefined,
): Promise<boolean> {
  let open = false
  // A savepoint on the one connection that the site works on: what this request wrote is undone.
  await transaction(site.db, async () => {
    const sending = as ? { as } : {}
    const answer =
      route.method === 'POST' ? await site.post(address, {}, sending) : await site.get(address, sending)
    const leadsIn = !answer.headers.get('location')?.startsWith('/sign-in')
    open = leadsIn && ![400, 401, 403, 404, 405].includes(answer.status)
    await answer.body?.cancel()
    expect(answer.status, `${route.method} ${address}`).toBeLessThan(500)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return open
}

test('every address lets in exactly those who are written down for it', { timeout: 120_000 }, async ({
  site,
}) => {
  const { who, gaps } = await build(site)
  const routes = listRoutes(site.app).filter(({ method }) => method === 'GET' || method === 'POST')
  const seen: Record<string, string> = {}
  for (const route of routes) {
    const filled = gaps(route.path)
    const address = addressOf(route, filled, filled.topicId ?? '')
    const inside: Actor[] = []
    for (const actor of actors) if (await opens(site, route, address, who[actor])) inside.push(actor)
    seen[`${route.method} ${route.path}`] = inside.join(' ')
  }
  expect(seen).toEqual(doors)
})
