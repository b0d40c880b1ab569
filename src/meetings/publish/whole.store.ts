import type { Database } from '../../platform/database/index.ts'
import type { PublishedMeeting } from './published.ts'
import { publishedBetween } from './store.ts'

/** So many numbers of meetings are one piece of the whole list. */
const numbersOfAPart = 128

/**
 * The pieces of the whole list, each with a print of everything it is made from. A row that was written anew has another
 * `xmin` and stands elsewhere: nothing that changes a meeting or its group needs to know that somebody keeps pieces.
 */
export async function listPrints(db: Database, today: string): Promise<{ id: string; print: string }[]> {
  const rows = await db<{ id: string; print: string }[]>`
    select part::text as id,
      md5(string_agg(concat_ws(' ', meetings.id, meetings.xmin, meetings.ctid, groups.xmin, groups.ctid,
        feeds.name, dates.print), ',' order by meetings.id)) as print
    from meetings join groups on groups.id = group_id left join feeds on feeds.id = meetings.feed_id
    cross join lateral (select meetings.id / ${numbersOfAPart}::int as part) numbered
    left join (
      select meeting_id, string_agg(concat_ws(' ', on_date, meeting_changes.xmin, meeting_changes.ctid), ' ' order by on_date) as print
      from meeting_changes group by meeting_id
    ) dates on dates.meeting_id = meetings.id
    where groups.status = 'active' and meetings.status <> 'ended'
    group by part order by part`
  // What has begun and what is over is asked of the day.
  return rows.map(({ id, print }) => ({ id, print: `${today} ${print}` }))
}

/** The meetings of a piece. */
export function listPart(db: Database, id: string): Promise<PublishedMeeting[]> {
  const from = Number(id) * numbersOfAPart
  return publishedBetween(db, from, from + numbersOfAPart)
}
