import type { Database } from '../platform/database/index.ts'

/** No meeting is longer, so one that is on now began no earlier than this. */
export const longestHours = 24

/** One line of a list; `times` is what the meeting's time was read from. */
export function upcomingColumns(db: Database, times = 'meeting_times') {
  return db`meetings.id, meetings.name, starts_at, ends_at, meetings.zone, meetings.online, meetings.in_person,
    (online_url is null and phone is not null) as by_phone, town, types, group_id, groups.name as group_name,
    groups.slug as group_slug, groups.kind, ${db(times)}.change,
    coalesce(meetings.fellowship, (select feeds.name from feeds where feeds.id = feed_id)) as source`
}
