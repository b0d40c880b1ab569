import * as v from 'valibot'
import { practices } from '../../groups/index.ts'
import { type AgendaPart, accesses, terrains } from '../meeting.ts'
import type { IsoDay, Recurrence, WeekOfMonth } from '../recurrence/recurrence.ts'
import { readAgenda } from './agenda.rules.ts'
import { date, isDate, link, minutes, oneOf, phone, text, ticked, wallTime, zone } from './fields.ts'
import type { HostedMeeting } from './hosted.ts'

export const repeats = ['week', 'two_weeks', 'month', 'once'] as const
export const weeksOfMonth = ['1', '2', '3', '4', '5', '-1'] as const
const days = ['1', '2', '3', '4', '5', '6', '7'] as const

const language = v.pipe(v.optional(v.string(), ''), v.regex(/^(?:[a-z]{2,3})?$/, 'mistake.language'))

const agenda = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => readAgenda(given)),
  v.check((given) => given !== undefined, 'mistake.agenda'),
  v.transform((given): AgendaPart[] | null => (given && given.length > 0 ? given : null)),
)

const capacity = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.regex(/^\d{0,6}$/, 'mistake.capacity'),
  v.transform((given) => (given === '' ? null : Number(given))),
  v.check((given) => given === null || (given >= 2 && given <= 100_000), 'mistake.capacity'),
)

const kilometres = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.regex(/^(?:\d{1,3}(?:[.,]\d{1,2})?)?$/, 'mistake.distance'),
  v.transform((given) => (given === '' ? null : Number(given.replace(',', '.')))),
  v.check((given) => given === null || (given >= 0.1 && given <= 100), 'mistake.distance'),
)

const shape = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('mistake.name'),
    v.maxLength(120, 'mistake.nameLong'),
  ),
  repeat: v.picklist(repeats, 'mistake.repeat'),
  days: ticked(days, 'mistake.days'),
  from: date,
  week: ticked(weeksOfMonth, 'mistake.week'),
  weekday: v.optional(v.picklist(days, 'mistake.days'), '1'),
  time: wallTime,
  minutes,
  zone,
  onlineUrl: link,
  onlineNotes: text(500),
  phone,
  phoneNotes: text(500),
  placeName: text(120),
  address: text(200),
  town: text(100),
  placeNotes: text(500),
  notes: text(4000, 'mistake.notesLong'),
  agenda,
  capacity,
  access: ticked(accesses, 'mistake.choice'),
  language,
  language2: language,
  practice: oneOf(practices),
  bring: text(1000),
  consent: text(1000),
  meetingPoint: text(500),
  distanceKm: kilometres,
  terrain: oneOf(terrains),
  weatherPlan: text(1000),
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
        [['repeat'], ['week']],
        ({ repeat, week }) => repeat !== 'month' || week.length > 0,
        'mistake.week',
      ),
      ['week'],
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
        [['onlineUrl'], ['phone'], ['placeName'], ['address'], ['meetingPoint']],
        (said) =>
          Boolean(said.onlineUrl ?? said.phone ?? said.placeName ?? said.address ?? said.meetingPoint),
        'mistake.where',
      ),
      ['onlineUrl'],
    ),
    v.forward(
      v.partialCheck(
        [['practice'], ['meetingPoint'], ['placeName']],
        ({ practice, meetingPoint, placeName }) => practice !== 'walk' || Boolean(meetingPoint ?? placeName),
        'mistake.meetingPoint',
      ),
      ['meetingPoint'],
    ),
    v.transform(hostedFrom),
  )
}

function hostedFrom(said: Said): HostedMeeting {
  const { repeat, days: _, from, week, weekday, language: first, language2: second, ...rest } = said
  const isWalk = rest.practice === 'walk'
  return {
    ...rest,
    recurrence: recurrenceOf(said),
    languages: [...new Set([first, second].filter((one) => one !== ''))],
    // Lists, calendars and feeds know a place by its name.
    placeName:
      rest.placeName ?? (isWalk && !rest.address ? (rest.meetingPoint?.slice(0, 120) ?? null) : null),
    bring: rest.practice ? rest.bring : null,
    consent: rest.practice ? rest.consent : null,
    meetingPoint: isWalk ? rest.meetingPoint : null,
    distanceKm: isWalk ? rest.distanceKm : null,
    terrain: isWalk ? rest.terrain : null,
    weatherPlan: isWalk ? rest.weatherPlan : null,
  }
}

function recurrenceOf({ repeat, days: on, from, week, weekday }: Said): Recurrence {
  if (repeat === 'once') return { every: 'once', date: from }
  if (repeat === 'month') {
    return { every: 'month', weeks: week.map(Number) as WeekOfMonth[], day: Number(weekday) as IsoDay }
  }
  const weekdays = on.map(Number) as IsoDay[]
  return repeat === 'week'
    ? { every: 'week', interval: 1, days: weekdays }
    : { every: 'week', interval: 2, days: weekdays, from }
}
