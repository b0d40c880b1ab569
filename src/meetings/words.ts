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

/** "Every Monday and Thursday", "Every first and third Tuesday of the month, until January 11, 2027". */
export function recurrenceWords(say: Say, recurrence: Recurrence): string {
  if (recurrence.every === 'once') return say('when.once', { date: dateWords(say, recurrence.date, 'full') })
  const { begins, until } = recurrence
  const from = begins === undefined ? '' : dateWords(say, begins, 'long')
  const to = until === undefined ? '' : dateWords(say, until, 'long')
  const when = everyWords(say, recurrence)
  if (from && to) return say('when.between', { when, from, to })
  if (from) return say('when.begins', { when, from })
  return to ? say('when.until', { when, to }) : when
}

function dateWords({ locale }: Say, date: string, dateStyle: 'full' | 'long'): string {
  const at = Temporal.PlainDate.from(date).toZonedDateTime('UTC').toInstant()
  return formatTime({ at, zone: 'UTC', locale, format: { dateStyle } })
}

function everyWords(say: Say, recurrence: Exclude<Recurrence, { every: 'once' }>): string {
  const { locale } = say
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
