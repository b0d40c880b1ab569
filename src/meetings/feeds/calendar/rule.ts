import type ICAL from 'ical.js'
import { datesBetween, type IsoDay, type Recurrence, type WeekOfMonth } from '../../recurrence/recurrence.ts'
import { RefusedRecord } from '../record.ts'

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** A rule that counts further than this is one without an end. */
const mostCounted = 500

/**
 * A rule of a calendar as a recurrence of ours.
 * @throws RefusedRecord for a rule that has no equal here, such as the 13th of each month: listed weekly it would send
 *   people to a closed door
 */
export function recurrenceOfRule(
  rule: ICAL.Recur,
  start: Temporal.PlainDate,
  now: Temporal.PlainDate,
): Recurrence {
  const refuse = (): never => {
    throw new RefusedRecord('RRULE', 'rule_unknown', rule.toString())
  }
  const parts = rule.parts as Record<string, (string | number)[] | undefined>
  const allowed = new Set(['BYDAY', 'BYSETPOS'])
  if (Object.keys(parts).some((name) => !allowed.has(name))) refuse()
  const weekdays = (parts.BYDAY ?? []).map((code) => readCode(String(code)) ?? refuse())
  const interval = Number(rule.interval) || 1
  const repeats = repeatsOf(rule, { weekdays, interval, positions: parts.BYSETPOS ?? [], start }) ?? refuse()
  const until = lastDate(rule, repeats, start)
  if (until && Temporal.PlainDate.compare(until, now) < 0)
    throw new RefusedRecord('RRULE', 'over', String(until))
  return {
    ...repeats,
    // One that is under way for long needs no beginning.
    ...(Temporal.PlainDate.compare(start, now) > 0 ? { begins: String(start) } : {}),
    ...(until ? { until: String(until) } : {}),
  }
}

interface Code {
  day: IsoDay
  week: number
}

function readCode(code: string): Code | undefined {
  const parts = /^([+-]?\d)?([A-Z]{2})$/.exec(code.toUpperCase())
  const day = dayCodes.indexOf(parts?.[2] ?? '')
  return day < 0 ? undefined : { day: (day + 1) as IsoDay, week: Number(parts?.[1] ?? 0) }
}

interface Parts {
  weekdays: Code[]
  interval: number
  positions: (string | number)[]
  start: Temporal.PlainDate
}

type Repeats = Exclude<Recurrence, { every: 'once' }>

function repeatsOf(rule: ICAL.Recur, { weekdays, interval, positions, start }: Parts): Repeats | undefined {
  const own = start.dayOfWeek as IsoDay
  const days = weekdays.length > 0 ? weekdays.map(({ day }) => day) : [own]
  const isPlain = weekdays.every(({ week }) => week === 0) && positions.length === 0
  const from = String(start)
  if (rule.freq === 'DAILY' && isPlain) {
    if (interval === 7) return { every: 'week', interval: 1, days: [own] }
    const all: IsoDay[] = [1, 2, 3, 4, 5, 6, 7]
    return interval === 1 ? { every: 'week', interval: 1, days: weekdays.length > 0 ? days : all } : undefined
  }
  if (rule.freq === 'WEEKLY' && isPlain) {
    if (interval === 1) return { every: 'week', interval, days: days.toSorted() }
    // A week that begins on Sunday puts it into another second week than ours, when other days are with it.
    const weekStart = Number(rule.wkst) || 2
    if (weekStart !== 2 && days.includes(7) && days.length > 1) return undefined
    return { every: 'week', interval, days: days.toSorted(), from }
  }
  if (rule.freq !== 'MONTHLY' || interval !== 1 || weekdays.length === 0) return undefined
  return monthly(weekdays, positions)
}

function monthly(weekdays: Code[], positions: (string | number)[]): Repeats | undefined {
  const [day, ...otherDays] = [...new Set(weekdays.map((each) => each.day))]
  const weeks = positions.length > 0 ? positions.map(Number) : weekdays.map(({ week }) => week)
  if (day === undefined) return undefined
  if (weeks.every((week) => week === 0))
    return { every: 'week', interval: 1, days: [day, ...otherDays].toSorted() }
  if (otherDays.length > 0 || weeks.some((week) => ![1, 2, 3, 4, 5, -1].includes(week))) return undefined
  return { every: 'month', weeks: [...new Set(weeks)] as WeekOfMonth[], day }
}

function lastDate(
  rule: ICAL.Recur,
  repeats: Repeats,
  start: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (rule.until) {
    const { year, month, day } = rule.until
    return new Temporal.PlainDate(year, month, day)
  }
  const count = Number(rule.count)
  if (!count || count > mostCounted) return undefined
  const days = repeats.every === 'week' ? repeats.interval * 7 : 31 * 6
  return datesBetween(repeats, start, start.add({ days: days * (count + 1) }))[count - 1]
}
