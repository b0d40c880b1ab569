import type { t } from './messages.ts'
import type { Recurrence } from './recurrence/recurrence.ts'

type Say = ReturnType<typeof t>

const anyMonday = Temporal.PlainDate.from('2024-01-01')

/** The name of an ISO day. */
export function dayName(locale: string, day: number): string {
  const date = new Date(anyMonday.add({ days: day - 1 }).toString())
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

export function listWords(locale: string, words: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
}

/** "Eastern Time (New York)": what a zone is called where people live in it, and a town to know it by. */
export function zoneName(locale: string, zone: string): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  try {
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    }).formatToParts()
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
    return name.includes(city) || !zone.includes('/') ? name : `${name} (${city})`
  } catch {
    return zone
  }
}

/** "first", "last" … as the catalogue says it. */
export function weekName(say: Say, week: number): string {
  return say.any(`week.${week === -1 ? 'last' : week}`)
}

/** "Every Monday and Thursday", "Every first and third Tuesday of the month". */
export function recurrenceWords(say: Say, recurrence: Recurrence): string {
  const { locale } = say
  if (recurrence.every === 'once') {
    const date = new Date(recurrence.date)
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
    return say('when.once', { date: format.format(date) })
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
