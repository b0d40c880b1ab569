import { formatTime } from '../design/index.ts'
import { t } from './messages.ts'
import type { Recurrence } from './recurrence/recurrence.ts'

type Say = ReturnType<typeof t>

const anyMonday = Temporal.PlainDate.from('2024-01-01')

/** The name of an ISO day. */
export function dayName(locale: string, day: number): string {
  const at = anyMonday
    .add({ days: day - 1 })
    .toZonedDateTime('UTC')
    .toInstant()
  return formatTime({ at, zone: 'UTC', locale, format: { weekday: 'long' } })
}

/** What a code of the Meeting Guide vocabulary says. */
export function typeName(locale: string, code: string): string {
  return t(locale).any(`type.${code}`)
}

function listWords(locale: string, words: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
}

/** "first", "last" … as the catalogue says it. */
export function weekName(say: Say, week: number): string {
  return say.any(`week.${week === -1 ? 'last' : week}`)
}

/** "Every Monday and Thursday", "Every first and third Tuesday of the month". */
export function recurrenceWords(say: Say, recurrence: Recurrence): string {
  const { locale } = say
  if (recurrence.every === 'once') {
    const at = Temporal.PlainDate.from(recurrence.date).toZonedDateTime('UTC').toInstant()
    return say('when.once', { date: formatTime({ at, zone: 'UTC', locale, format: { dateStyle: 'full' } }) })
  }
  if (recurrence.every === 'month') {
    const which = listWords(
      locale,
      recurrence.weeks.map((week) => weekName(say, week)),
    )
    return say('when.monthly', { which, day: dayName(locale, recurrence.day) })
  }
  const days =
    recurrence.days.length === 7
      ? say('when.day')
      : listWords(
          locale,
          recurrence.days.map((day) => dayName(locale, day)),
        )
  if (recurrence.interval === 1) return say('when.weekly', { days })
  if (recurrence.interval === 2) return say('when.everyOther', { days })
  return say('when.everyNth', { days, weeks: recurrence.interval })
}
