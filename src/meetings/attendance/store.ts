import type { Database, Transaction } from '../../platform/database/index.ts'

export interface Plan {
  meetingId: string
  /** The date the rule gives; null: every time. */
  onDate: Temporal.PlainDate | null
  shown: boolean
}

/** What a member plans to come to, from `since` on. */
export async function listPlans(db: Database, memberId: string, since: Temporal.PlainDate): Promise<Plan[]> {
  return db<Plan[]>`select meeting_id, on_date, shown from meeting_plans
    where member_id = ${memberId} and (on_date is null or on_date >= ${String(since)})
    order by on_date nulls first, meeting_id`
}

/** How many dates one may plan: nobody goes to more, and a page shows them all. */
export const mostPlans = 200

export async function countPlans(db: Database, memberId: string): Promise<number> {
  const [row] = await db<{ plans: number }[]>`
    select count(*)::int as plans from meeting_plans where member_id = ${memberId}`
  return row?.plans ?? 0
}

export async function addPlan(
  tx: Transaction,
  memberId: string,
  plan: Plan,
  now: Temporal.Instant,
): Promise<void> {
  const onDate = plan.onDate && String(plan.onDate)
  await tx`insert into meeting_plans (member_id, meeting_id, on_date, shown, planned_at)
    values (${memberId}, ${plan.meetingId}, ${onDate}::date, ${plan.shown}, ${now})
    on conflict (member_id, meeting_id, on_date) do update set shown = excluded.shown`
}

export async function removePlan(
  tx: Transaction,
  memberId: string,
  { meetingId, onDate }: Pick<Plan, 'meetingId' | 'onDate'>,
): Promise<void> {
  await tx`delete from meeting_plans where member_id = ${memberId} and meeting_id = ${meetingId}
    and on_date is not distinct from ${onDate && String(onDate)}::date`
}

/** Who should hear that a date is different, or (without a date) that the whole meeting is. */
export async function listPlanners(
  db: Database,
  meetingId: string,
  of: { onDate: Temporal.PlainDate } | { since: Temporal.PlainDate },
): Promise<string[]> {
  const rows = await db<{ memberId: string }[]>`
    select distinct member_id from meeting_plans where meeting_id = ${meetingId} and (on_date is null or
      ${'onDate' in of ? db`on_date = ${String(of.onDate)}` : db`on_date >= ${String(of.since)}`})`
  return rows.map((row) => row.memberId)
}

export interface Attendance {
  meetingId: string | null
  name: string
  onDate: Temporal.PlainDate
  shown: boolean
}

export async function listAttendances(
  db: Database,
  memberId: string,
  since: Temporal.PlainDate,
): Promise<Attendance[]> {
  return db<Attendance[]>`select meeting_id, name, on_date, shown from attendances
    where member_id = ${memberId} and on_date >= ${String(since)} order by on_date desc, name, id`
}

/** Coming twice to one date is coming once. */
export async function addAttendance(
  tx: Transaction,
  memberId: string,
  came: Attendance & { meetingId: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`insert into attendances (member_id, meeting_id, name, on_date, shown, noted_at)
    values (${memberId}, ${came.meetingId}, ${came.name}, ${String(came.onDate)}, ${came.shown}, ${now})
    on conflict (member_id, meeting_id, on_date) do update set shown = excluded.shown`
}

export async function removeAttendance(
  tx: Transaction,
  memberId: string,
  meetingId: string,
  onDate: Temporal.PlainDate,
): Promise<void> {
  await tx`delete from attendances
    where member_id = ${memberId} and meeting_id = ${meetingId} and on_date = ${String(onDate)}`
}

export interface ShownPerson {
  handle: string
  /** Null: every time. */
  onDate: Temporal.PlainDate | null
  came: boolean
}

/** The members of its group who let the others see that they plan to come, or that they came. */
export async function listShown(
  db: Database,
  meetingId: string,
  since: Temporal.PlainDate,
): Promise<ShownPerson[]> {
  return db<ShownPerson[]>`
    with shown as (
      select member_id, meeting_id, on_date, false as came from meeting_plans
        where meeting_id = ${meetingId} and shown and (on_date is null or on_date >= ${String(since)})
      union all
      select member_id, meeting_id, on_date, true from attendances
        where meeting_id = ${meetingId} and shown and on_date >= ${String(since)}
    )
    select handle, on_date, came from shown
      join meetings on meetings.id = meeting_id
      join group_members using (group_id, member_id)
      join members on members.id = member_id
    order by handle limit 500`
}

export async function exportAttendance(db: Database, memberId: string) {
  const plans = await db`
    select name as meeting, on_date, shown, planned_at from meeting_plans join meetings on meetings.id = meeting_id
    where member_id = ${memberId} order by planned_at, on_date`
  const came = await db`select name as meeting, on_date, shown, noted_at from attendances
    where member_id = ${memberId} order by on_date, id`
  return { plans: [...plans], came: [...came] }
}

export async function eraseAttendance(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from meeting_plans where member_id = ${memberId}`
  await tx`delete from attendances where member_id = ${memberId}`
}
