import { randomUUID } from 'node:crypto'
import { type Database, transaction } from '../../platform/database/index.ts'
import { listsTag } from '../writing.store.ts'

interface CheckInSpace {
  id: string
  groupId: string | null
  zone: string | null
}

/** The spaces that want a thread each morning. */
export async function listCheckInSpaces(db: Database): Promise<CheckInSpace[]> {
  return db<CheckInSpace[]>`
    select s.id, s.group_id, coalesce(s.zone, g.zone) as zone
    from spaces s left join groups g on g.id = s.group_id
    where s.opens_check_in and s.retired_at is null and (g.id is null or g.status = 'active') order by s.id`
}

/** @param words in the language of the site; the page says them in the language of who reads */
export async function openCheckIn(
  db: Database,
  space: CheckInSpace,
  on: Temporal.PlainDate,
  words: { title: string; markdown: string; html: string },
  now: Temporal.Instant,
): Promise<void> {
  await transaction(db, async (tx) => {
    // Several nodes may come at once, and each comes often: one thread a morning.
    const [opened] = await tx`
      insert into topics (space_id, group_id, kind, check_in_on, title, body_markdown, body_html, once, last_post_at,
        created_at)
      values (${space.id}, ${space.groupId}, 'check_in', ${on}, ${words.title}, ${words.markdown}, ${words.html},
        ${randomUUID()}, ${now}, ${now})
      on conflict (space_id, check_in_on) do nothing returning id`
    if (opened) tx.changed(listsTag, ...(space.groupId ? [`group:${space.groupId}`] : []))
  })
}
