import type { Database } from '../platform/database/index.ts'
import type { PersonalData } from '../platform/personalData.ts'
import { eraseAttendance, exportAttendance } from './attendance/store.ts'
import { eraseProposals, exportProposals } from './proposals/store.ts'

/** A meeting belongs to its group and keeps of a person who wrote it down; plans and attendance are a person's own. */
export const personalData: PersonalData = {
  slice: 'meetings',
  exportOf: async (db, memberId) => ({
    written: await listWritten(db, memberId),
    changedDates: await listChangedDates(db, memberId),
    leads: await listLed(db, memberId),
    ...(await exportAttendance(db, memberId)),
    suggestions: await exportProposals(db, memberId),
  }),
  erase: async (tx, memberId) => {
    await tx`update meetings set created_by = null where created_by = ${memberId}`
    await tx`update meeting_changes set changed_by = null where changed_by = ${memberId}`
    await tx`delete from meeting_leaders where member_id = ${memberId}`
    await eraseAttendance(tx, memberId)
    await eraseProposals(tx, memberId)
    tx.changed('meetings')
  },
}

async function listWritten(db: Database, memberId: string) {
  return [
    ...(await db`select name, recurrence, time, minutes, zone, online_url, online_notes, phone, phone_notes, place_name,
        address, town, place_notes, notes, agenda, capacity, access, languages, practice, bring, consent, meeting_point,
        distance_km, terrain, weather_plan, created_at
      from meetings where created_by = ${memberId} order by id`),
  ]
}

async function listChangedDates(db: Database, memberId: string) {
  return [
    ...(await db`select name as meeting, on_date, kind, new_date, new_time, note, meeting_changes.changed_at
      from meeting_changes join meetings on meetings.id = meeting_id
      where changed_by = ${memberId} order by meeting_changes.changed_at, on_date`),
  ]
}

async function listLed(db: Database, memberId: string) {
  return [
    ...(await db`select name as meeting from meeting_leaders join meetings on meetings.id = meeting_id
      where member_id = ${memberId} order by meetings.id`),
  ]
}
