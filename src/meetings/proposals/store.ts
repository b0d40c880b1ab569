import type { Database, Transaction } from '../../platform/database/index.ts'
import type { About, Proposal, Suggested } from './proposal.ts'

function columns(db: Database) {
  return db`meeting_proposals.id, meeting_id, member_id, handle, about, changes, note, meeting_proposals.status, answer,
    meeting_proposals.created_at from meeting_proposals left join members on members.id = member_id`
}

/** A second word of the same member about the same meeting takes the place of the first. */
export async function addProposal(
  tx: Transaction,
  said: { meetingId: string; memberId: string; about: About; changes: Suggested; note: string | null },
  now: Temporal.Instant,
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into meeting_proposals (meeting_id, member_id, about, changes, note, created_at)
    values (${said.meetingId}, ${said.memberId}, ${said.about}, ${tx.json({ ...said.changes })}, ${said.note}, ${now})
    on conflict (meeting_id, member_id) where status = 'waiting' do update set about = excluded.about,
      changes = excluded.changes, note = excluded.note, created_at = excluded.created_at
    returning id`
  if (!row) throw new Error('The proposal was not added.')
  return row.id
}

export async function findProposal(db: Database, id: string): Promise<Proposal | undefined> {
  const [row] = await db<Proposal[]>`select ${columns(db)} where meeting_proposals.id = ${id}`
  return row
}

/** As it stands, held still for who decides it. */
export async function lockProposal(tx: Transaction, id: string): Promise<Proposal | undefined> {
  await tx`select from meeting_proposals where id = ${id} for update`
  return findProposal(tx, id)
}

/** The one of a member that still waits. */
export async function findOwnProposal(
  db: Database,
  meetingId: string,
  memberId: string,
): Promise<Proposal | undefined> {
  const [row] = await db<Proposal[]>`select ${columns(db)}
    where meeting_id = ${meetingId} and member_id = ${memberId} and meeting_proposals.status = 'waiting'`
  return row
}

export interface ListedProposal extends Proposal {
  meetingName: string
  groupSlug: string
  groupName: string
}

/** What waits: for the hosts of a group, or for the operator (meetings that came with a feed). */
export async function listWaiting(
  db: Database,
  of: { groupId: string } | 'imported',
): Promise<ListedProposal[]> {
  return db<ListedProposal[]>`
    select meetings.name as meeting_name, groups.slug as group_slug, groups.name as group_name, waiting.*
    from (select ${columns(db)} where meeting_proposals.status = 'waiting') waiting
      join meetings on meetings.id = waiting.meeting_id join groups on groups.id = group_id
    where ${of === 'imported' ? db`feed_id is not null` : db`feed_id is null and group_id = ${of.groupId}`}
    order by waiting.created_at, waiting.id limit 100`
}

/** Nothing happens to one that was decided, or taken back, in the meantime. */
export async function decideProposal(
  tx: Transaction,
  id: string,
  decision: {
    status: 'accepted' | 'refused' | 'withdrawn'
    answer: string | null
    memberId: string
    now: Temporal.Instant
  },
): Promise<void> {
  await tx`update meeting_proposals set status = ${decision.status}, answer = ${decision.answer},
      decided_at = ${decision.now}, decided_by = ${decision.memberId}
    where id = ${id} and status = 'waiting'`
}

export async function exportProposals(db: Database, memberId: string) {
  return [
    ...(await db`select name as meeting, about, changes, meeting_proposals.note, meeting_proposals.status, answer,
        meeting_proposals.created_at
      from meeting_proposals join meetings on meetings.id = meeting_id
      where member_id = ${memberId} order by meeting_proposals.created_at, meeting_proposals.id`),
  ]
}

/** What still waits goes with the member; what was decided has become the meeting's own. */
export async function eraseProposals(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from meeting_proposals where member_id = ${memberId}`
  await tx`update meeting_proposals set decided_by = null where decided_by = ${memberId}`
}

/** Who hears of a proposal: the hosts of the meeting's group, or the operators for one that came with a feed. */
export async function listDeciders(db: Database, meetingId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select members.id from meetings join group_members using (group_id) join members on members.id = member_id
      where meetings.id = ${meetingId} and feed_id is null and group_members.role = 'host'
    union
    select members.id from meetings, members
      where meetings.id = ${meetingId} and feed_id is not null and members.role = 'operator'`
  return rows.map((row) => row.id)
}

/** The last one of a member that was decided, so that they can read the answer. */
export async function findLastDecided(
  db: Database,
  meetingId: string,
  memberId: string,
): Promise<Proposal | undefined> {
  const [row] = await db<Proposal[]>`select ${columns(db)}
    where meeting_id = ${meetingId} and member_id = ${memberId}
      and meeting_proposals.status in ('accepted', 'refused')
    order by decided_at desc, meeting_proposals.id desc limit 1`
  return row
}
