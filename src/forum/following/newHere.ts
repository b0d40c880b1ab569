import type { Context } from 'hono'
import type { Env } from '../../platform/web.ts'
import { unreadOf } from './following.rules.ts'
import { writeReads } from './marks.store.ts'
import { getFollowing, listNewAmong } from './store.ts'

/** What is new in a conversation of a list: all of it, or so many posts. */
export type NewHere = 'whole' | number

/** Somebody who was never here, or long ago, is not told that everything is new. */
const newestDays = 14

/** From when on something is new to a member. */
export async function sinceFor(c: Context<Env>, memberId: string) {
  const { caughtUpAt, joinedAt, tellsReturn } = await getFollowing(c.var.db, memberId)
  const earliest = c.var.now.subtract({ hours: newestDays * 24 })
  const since = [caughtUpAt ?? joinedAt, earliest].sort(Temporal.Instant.compare).at(-1) ?? earliest
  return { since, tellsReturn }
}

/** The marks of a list, by conversation; none for a guest, whose page is everybody's. */
export async function newAmong(c: Context<Env>, topics: { id: string }[]): Promise<Map<string, NewHere>> {
  const { db, member } = c.var
  if (!member || topics.length === 0) return new Map()
  await writeReads(db)
  const { since } = await sinceFor(c, member.id)
  const ids = topics.map(({ id }) => id)
  const found = await listNewAmong(db, member.id, ids, since)
  return new Map(
    found.map((topic) => [topic.id, topic.readNumber < 0 ? 'whole' : unreadOf(topic).count] as const),
  )
}
