import type { PersonalData } from '../platform/personalData.ts'

/** A meeting belongs to its group; all it keeps of a person is who wrote it down. */
export const personalData: PersonalData = {
  slice: 'meetings',
  exportOf: (db, memberId) =>
    db`select name, recurrence, time, minutes, zone, online_url, phone, place_name, address, town, notes, created_at
      from meetings where created_by = ${memberId} order by id`,
  erase: async (tx, memberId) => {
    await tx`update meetings set created_by = null where created_by = ${memberId}`
  },
}
