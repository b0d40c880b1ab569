import type { Database } from '../../platform/database/index.ts'

/** A date somebody plans to come to, as their own page shows it. */
export interface OwnPlan {
  meetingId: string
  name: string
  startsAt: Temporal.Instant
  change: 'cancelled' | 'moved' | 'note' | null
  /** They come every time. */
  every: boolean
}

const plansShown = 60

/** What is ahead of a member in the next five weeks, soonest first. */
export async function listOwnPlans(
  db: Database,
  memberId: string,
  now: Temporal.Instant,
): Promise<OwnPlan[]> {
  return db<OwnPlan[]>`
    select meeting_id, meetings.name, starts_at, change, bool_or(meeting_plans.on_date is null) as every
    from meeting_plans join meetings on meetings.id = meeting_id join meeting_times using (meeting_id)
    where member_id = ${memberId} and ends_at > ${now}
      and (meeting_plans.on_date is null or meeting_plans.on_date = meeting_times.on_date)
    group by meeting_id, meetings.name, starts_at, change order by starts_at, meeting_id limit ${plansShown}`
}

const keptDays = 90

/** A plan that is over says nothing any more; "I came" is what is kept. */
export async function forgetOldPlans(db: Database, now: Temporal.Instant): Promise<void> {
  const before = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: keptDays })
  await db`delete from meeting_plans where on_date < ${String(before)}`
}
