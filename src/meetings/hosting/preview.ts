import type { Database } from '../../platform/database/index.ts'
import { findPlaces } from '../places/store.ts'
import { clockTroubles } from '../recurrence/clockChanges.ts'
import { occurrences } from '../recurrence/recurrence.ts'
import type { HostedMeeting } from './hosted.ts'
import type { Preview } from './views/preview.tsx'

const datesShown = 3
/** Far enough for a fifth Friday. */
const daysAhead = 400
const yearsOfClockChanges = 2

/** What a host sees before anybody else does. */
export async function previewOf(
  db: Database,
  meeting: HostedMeeting,
  leaders: string[],
  now: Temporal.Instant,
): Promise<Preview> {
  const today = now.toZonedDateTimeISO(meeting.zone).toPlainDate()
  return {
    meeting,
    times: occurrences(meeting, now, now.add({ hours: 24 * daysAhead })).slice(0, datesShown),
    troubles: clockTroubles(meeting, today, today.add({ years: yearsOfClockChanges })),
    town: meeting.town ? await findPlaces(db, meeting.town) : undefined,
    leaders: leaders.length,
  }
}
