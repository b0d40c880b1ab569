import { formatTime, zoneName } from '../../design/index.ts'
import { languageName } from '../../platform/languages.ts'
import { t as meetingWords } from '../messages.ts'
import { recurrenceWords } from '../words.ts'
import { writeAgenda } from './agenda.rules.ts'
import type { HostedMeeting } from './hosted.ts'
import { t } from './messages.ts'

export interface SaidField {
  field: string
  label: string
  /** '' where nothing is said. */
  text: string
}

/** All that a host says about a meeting, field by field in words: to be compared and read. */
export function saidFields(locale: string, meeting: HostedMeeting): SaidField[] {
  const say = t(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = (key: string, value: string | null) => (value ? say.any(`${key}.${value}`) : '')
  const rows: [string, string, string | null][] = [
    ['name', say('host.name'), meeting.name],
    ['repeat', say('host.when'), recurrenceWords(meetingWords(locale), meeting.recurrence)],
    ['time', say('host.time'), clockWords(locale, meeting.time)],
    ['minutes', say('host.minutes'), say('said.minutes', { minutes: meeting.minutes })],
    ['zone', say('host.zone'), zoneName(locale, meeting.zone)],
    ['onlineUrl', say('host.onlineUrl'), meeting.onlineUrl],
    ['onlineNotes', say('host.onlineNotes'), meeting.onlineNotes],
    ['phone', say('host.phone'), meeting.phone],
    ['phoneNotes', say('host.phoneNotes'), meeting.phoneNotes],
    ['placeName', say('host.placeName'), meeting.placeName],
    ['address', say('host.address'), meeting.address],
    ['town', say('host.town'), meeting.town],
    ['placeNotes', say('host.placeNotes'), meeting.placeNotes],
    ['agenda', say('host.agenda'), writeAgenda(meeting.agenda ?? [])],
    ['practice', say('host.practice'), either('host.practice', meeting.practice)],
    ['meetingPoint', say('host.meetingPoint'), meeting.meetingPoint],
    ['distanceKm', say('host.distance'), meeting.distanceKm === null ? '' : String(meeting.distanceKm)],
    ['terrain', say('host.terrain'), either('host.terrain', meeting.terrain)],
    ['weatherPlan', say('host.weatherPlan'), meeting.weatherPlan],
    ['bring', say('host.bring'), meeting.bring],
    ['consent', say('host.consent'), meeting.consent],
    ['capacity', say('host.capacity'), meeting.capacity === null ? '' : String(meeting.capacity)],
    ['access', say('host.access'), list.format(meeting.access.map((one) => say(`host.access.${one}`)))],
    [
      'language',
      say('host.language'),
      list.format(meeting.languages.map((one) => languageName(one, locale))),
    ],
    ['notes', say('host.notes'), meeting.notes],
  ]
  return rows.map(([field, label, text]) => ({ field, label, text: text ?? '' }))
}

export interface Difference {
  field: string
  label: string
  was: string
  becomes: string
}

/** Only what reads differently, in the order of the form. */
export function differences(locale: string, before: HostedMeeting, after: HostedMeeting): Difference[] {
  const then = saidFields(locale, before)
  return saidFields(locale, after).flatMap(({ field, label, text }, at) => {
    const was = then[at]?.text ?? ''
    return was === text ? [] : [{ field, label, was, becomes: text }]
  })
}

function clockWords(locale: string, time: string): string {
  const at = Temporal.PlainDate.from('2024-01-01').toZonedDateTime({
    timeZone: 'UTC',
    plainTime: Temporal.PlainTime.from(time),
  })
  return formatTime({
    at: at.toInstant(),
    zone: 'UTC',
    locale,
    format: { hour: 'numeric', minute: '2-digit' },
  })
}
