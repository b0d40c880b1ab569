import type { IsoDay } from '../recurrence/recurrence.ts'
import { type BmltFormats, bmltId, readBmltFormats, readBmltRecord } from './bmlt.ts'
import type { Corrections } from './corrections.rules.ts'
import { fromFreeTimes, hasFreeTimes } from './freeTimes.ts'
import { guideId, readMeetingGuideRecord } from './meetingGuide.ts'
import type { FeedFormat, FeedMeeting, Mend } from './record.ts'

export type Raw = Record<string, unknown>

/** One way of writing meetings down: how a record of it is told apart, read, and mended by hand. */
export interface Shape {
  format: FeedFormat
  /** What the list calls a record, also one that cannot be read. */
  idOf(raw: Raw): string
  nameOf(raw: Raw): unknown
  /** @throws RefusedRecord */
  read(raw: Raw, mend: Mend): FeedMeeting
  /** The record with what was corrected by hand, where its own field is what it is refused for. */
  patch(raw: Raw, corrections: Corrections): Raw
}

export function guideShape(zone: string | undefined): Shape {
  return {
    format: 'meeting_guide',
    idOf: guideId,
    nameOf: (raw) => raw.name ?? raw.slug ?? raw.id,
    read: (raw, mend) => readMeetingGuideRecord(hasFreeTimes(raw) ? fromFreeTimes(raw) : raw, zone, mend),
    patch: patchGuide,
  }
}

/** Corrections in the words of Meeting Guide. */
export function patchGuide(raw: Raw, { name, days, time, zone }: Corrections): Raw {
  return {
    ...raw,
    ...(name === undefined ? {} : { name }),
    ...(days === undefined ? {} : { day: days.map((day) => day % 7) }),
    ...(time === undefined ? {} : { time }),
    ...(zone === undefined ? {} : { timezone: zone }),
  }
}

export function bmltShape(formats: unknown, zone: string | undefined): Shape {
  const known: BmltFormats = readBmltFormats(formats)
  return {
    format: 'bmlt',
    idOf: bmltId,
    nameOf: (raw) => raw.meeting_name ?? raw.id_bigint,
    read: (raw, mend) => readBmltRecord(raw, known, zone, mend),
    patch: (raw, { name, days, time, zone: corrected }) => ({
      ...raw,
      ...(name === undefined ? {} : { meeting_name: name }),
      ...(days?.[0] === undefined ? {} : { weekday_tinyint: bmltDay(days[0]) }),
      ...(time === undefined ? {} : { start_time: `${time}:00` }),
      ...(corrected === undefined ? {} : { time_zone: corrected }),
    }),
  }
}

function bmltDay(day: IsoDay): string {
  return String((day % 7) + 1)
}
