import type { Typed } from '../../platform/forms.ts'
import type { Recurrence } from '../recurrence/recurrence.ts'
import { writeAgenda } from './agenda.rules.ts'
import type { HostedMeeting } from './hosted.ts'

/** The form's values for a meeting that is there already. */
export function typedOf(meeting: HostedMeeting): Typed {
  const { recurrence, languages, access, agenda, minutes, capacity, distanceKm, ...plain } = meeting
  const texts = Object.entries(plain).map(([field, value]) => [field, value ?? ''])
  return {
    ...Object.fromEntries(texts),
    minutes: String(minutes),
    capacity: capacity === null ? '' : String(capacity),
    distanceKm: distanceKm === null ? '' : String(distanceKm),
    agenda: writeAgenda(agenda ?? []),
    access,
    language: languages[0] ?? '',
    language2: languages[1] ?? '',
    ...typedRecurrence(recurrence),
  }
}

function typedRecurrence(recurrence: Recurrence): Typed {
  if (recurrence.every === 'once') return { repeat: 'once', from: recurrence.date }
  if (recurrence.every === 'month') {
    return { repeat: 'month', week: recurrence.weeks.map(String), weekday: String(recurrence.day) }
  }
  return {
    repeat: recurrence.interval === 2 ? 'two_weeks' : 'week',
    days: recurrence.days.map(String),
    from: recurrence.from ?? '',
  }
}
