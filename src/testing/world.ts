import type { Route } from '../../tools/app/routes.ts'
import { postReply, postTopic } from './posting.ts'
import type { Site, TestMember } from './site.ts'

export const actors = ['guest', 'member', 'owner', 'moderator', 'operator'] as const
export type Actor = (typeof actors)[number]

export interface World {
  who: Record<Actor, TestMember | undefined>
  gaps(path: string): Record<string, string>
}

/** One of everything, belonging to one person. */
export async function buildWorld(site: Site): Promise<World> {
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

/** The address of a route in this world. */
export function addressOf({ path }: Route, { gaps }: World): string {
  const filled = gaps(path)
  const address = path.replace(
    /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
    (_, gap: string) => filled[gap] ?? 'nobody-knows',
  )
  return path === '/moderation/report' ? `${address}?topic=${filled.topicId}` : address
}
