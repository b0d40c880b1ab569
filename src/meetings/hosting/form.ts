import * as v from 'valibot'
import { isZone } from '../../platform/clock.ts'
import type { Typed } from '../../platform/forms.ts'
import type { Meeting } from '../meeting.ts'
import type { IsoDay, Recurrence, WeekOfMonth } from '../recurrence/recurrence.ts'

export const repeats = ['week', 'two_weeks', 'month', 'once'] as const
export const weeksOfMonth = ['1', '2', '3', '4', '5', '-1'] as const
const days = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What a host says about a meeting; the times come from it. */
export interface HostedMeeting {
  name: string
  recurrence: Recurrence
  time: string
  minutes: number
  zone: string
  onlineUrl: string | null
  phone: string | null
  placeName: string | null
  address: string | null
  /** As typed; the gazetteer turns it into a point. */
  town: string | null
  notes: string | null
}

function text(most: number, tooLong: string) {
  return v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(most, tooLong),
    v.transform((given) => given || null),
  )
}

const link = v.pipe(
  text(500, 'mistake.link'),
  v.check((given) => given === null || /^https?:$/.test(URL.parse(given)?.protocol ?? ''), 'mistake.link'),
)

const date = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((given) => given === '' || isDate(given), 'mistake.date'),
)

function isDate(given: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return false
  try {
    const year = Temporal.PlainDate.from(given, { overflow: 'reject' }).year
    return year >= 2000 && year <= 2200
  } catch {
    return false
  }
}

const shape = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('mistake.name'),
    v.maxLength(120, 'mistake.nameLong'),
  ),
  repeat: v.picklist(repeats, 'mistake.repeat'),
  days: v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) => (typeof given === 'string' ? [given] : given)),
    v.array(v.picklist(days, 'mistake.days'), 'mistake.days'),
    v.transform((given) => [...new Set(given)].map(Number).sort() as IsoDay[]),
  ),
  from: date,
  week: v.optional(v.picklist(weeksOfMonth, 'mistake.week'), '1'),
  weekday: v.optional(v.picklist(days, 'mistake.days'), '1'),
  time: v.pipe(v.optional(v.string(), ''), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'mistake.time')),
  minutes: v.pipe(
    v.optional(v.string(), '60'),
    v.regex(/^\d{1,4}$/, 'mistake.minutes'),
    v.transform(Number),
    v.minValue(5, 'mistake.minutes'),
    v.maxValue(720, 'mistake.minutes'),
  ),
  zone: v.pipe(v.optional(v.string(), ''), v.check(isZone, 'mistake.zone')),
  onlineUrl: link,
  phone: v.pipe(
    text(60, 'mistake.phone'),
    v.check((given) => given === null || /^[\d+()\-.,*#\s/]{5,}$/.test(given), 'mistake.phone'),
  ),
  placeName: text(120, 'mistake.textLong'),
  address: text(200, 'mistake.textLong'),
  town: text(100, 'mistake.textLong'),
  notes: text(4000, 'mistake.notesLong'),
})

type Said = v.InferOutput<typeof shape>

/** @param today a meeting that happens once must not be over already */
export function meetingForm(today: Temporal.PlainDate) {
  return v.pipe(
    shape,
    v.forward(
      v.partialCheck(
        [['repeat'], ['days']],
        ({ repeat, days: on }) => !/week/.test(repeat) || on.length > 0,
        'mistake.days',
      ),
      ['days'],
    ),
    v.forward(
      v.partialCheck(
        [['repeat'], ['from']],
        ({ repeat, from }) => (repeat !== 'once' && repeat !== 'two_weeks') || from !== '',
        'mistake.from',
      ),
      ['from'],
    ),
    v.forward(
      v.partialCheck(
        [['repeat'], ['from']],
        ({ repeat, from }) =>
          repeat !== 'once' ||
          !isDate(from) ||
          Temporal.PlainDate.compare(from, today.subtract({ days: 1 })) >= 0,
        'mistake.past',
      ),
      ['from'],
    ),
    v.forward(
      v.partialCheck(
        [['onlineUrl'], ['phone'], ['placeName'], ['address']],
        ({ onlineUrl, phone, placeName, address }) => Boolean(onlineUrl ?? phone ?? placeName ?? address),
        'mistake.where',
      ),
      ['onlineUrl'],
    ),
    v.transform(
      ({ repeat, days: on, from, week, weekday, ...rest }): HostedMeeting => ({
        ...rest,
        recurrence: recurrenceOf({ repeat, days: on, from, week, weekday }),
      }),
    ),
  )
}

function recurrenceOf({
  repeat,
  days: on,
  from,
  week,
  weekday,
}: Pick<Said, 'repeat' | 'days' | 'from' | 'week' | 'weekday'>): Recurrence {
  if (repeat === 'once') return { every: 'once', date: from }
  if (repeat === 'month') {
    return { every: 'month', weeks: [Number(week) as WeekOfMonth], day: Number(weekday) as IsoDay }
  }
  return repeat === 'week'
    ? { every: 'week', interval: 1, days: on }
    : { every: 'week', interval: 2, days: on, from }
}

/** The form's values for a meeting that is there already. */
export function typedOf(meeting: Meeting): Typed {
  const { recurrence, name, time, minutes, zone, onlineUrl, phone, placeName, address, town, notes } = meeting
  const plain = { name, time, zone, onlineUrl, phone, placeName, address, town, notes }
  const typed: Typed = { minutes: String(minutes) }
  for (const [field, value] of Object.entries(plain)) typed[field] = value ?? ''
  if (recurrence?.every === 'once') return { ...typed, repeat: 'once', from: recurrence.date }
  if (recurrence?.every === 'month') {
    return {
      ...typed,
      repeat: 'month',
      week: String(recurrence.weeks[0] ?? 1),
      weekday: String(recurrence.day),
    }
  }
  const weekly = recurrence ?? { interval: 1, days: [], from: undefined }
  return {
    ...typed,
    repeat: weekly.interval === 2 ? 'two_weeks' : 'week',
    days: weekly.days.map(String),
    from: weekly.from ?? '',
  }
}
