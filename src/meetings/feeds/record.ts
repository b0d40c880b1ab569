import type { DateChange } from '../recurrence/changes.ts'
import type { Recurrence } from '../recurrence/recurrence.ts'

/** One meeting as a feed tells it, after mending: what every format is turned into. */
export interface FeedMeeting {
  /** What the feed calls it: its slug or id. With the feed it is the meeting's identity. */
  externalId: string
  name: string
  /** Which group it belongs to; `key` is equal for the meetings of one group within the feed. */
  group: { key: string; name: string }
  status: 'running' | 'paused' | 'by_appointment'
  /** Absent when the meeting is by appointment, as are `time` and `zone`. */
  recurrence?: Recurrence | undefined
  time?: string | undefined
  minutes: number
  zone?: string | undefined
  online: boolean
  inPerson: boolean
  onlineUrl?: string | undefined
  onlineNotes?: string | undefined
  phone?: string | undefined
  phoneNotes?: string | undefined
  placeName?: string | undefined
  address?: string | undefined
  town?: string | undefined
  placeNotes?: string | undefined
  region?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
  /** The coordinates are the middle of the town. */
  approximate?: boolean | undefined
  /** Who holds it, where one list has several: "Narcotics Anonymous". */
  fellowship?: string | undefined
  /** Codes of the Meeting Guide vocabulary. */
  types: string[]
  /** What the feed says about the meeting in its own words, where the vocabulary has none. */
  tags: string[]
  notes?: string | undefined
  /** The meeting's page at its publisher. */
  pageUrl?: string | undefined
  /** Single dates that differ from the rule; undefined where the format cannot tell of any. */
  exceptions?: DateException[] | undefined
}

/** One date as a calendar tells it, in plain text so that it can be kept. */
export interface DateException extends Pick<DateChange, 'kind' | 'newTime' | 'note'> {
  onDate: string
  newDate: string | null
}

/** Why a field was mended or a record refused; each is a sentence `why.<name>` in the catalogue. */
export type Why =
  | 'not_a_record'
  | 'name_missing'
  | 'name_taken'
  | 'slug_from_id'
  | 'slug_from_words'
  | 'slug_repeated'
  | 'slug_renamed'
  | 'id_missing'
  | 'not_published'
  | 'day_out_of_range'
  | 'day_in_words'
  | 'day_missing'
  | 'time_missing'
  | 'time_mended'
  | 'time_unreadable'
  | 'end_mended'
  | 'end_unreadable'
  | 'end_same'
  | 'end_before_start'
  | 'end_too_long'
  | 'times_in_words'
  | 'times_unreadable'
  | 'some_weeks_from_name'
  | 'every_other_unknown'
  | 'coordinates_unreadable'
  | 'coordinates_outside'
  | 'coordinates_zero'
  | 'zone_unknown'
  | 'zone_missing'
  | 'zone_from_name'
  | 'zone_disputed'
  | 'types_as_text'
  | 'type_alias'
  | 'type_unknown'
  | 'text_html'
  | 'text_entities'
  | 'text_shortened'
  | 'text_unreadable'
  | 'link_completed'
  | 'link_refused'
  | 'phone_refused'
  | 'place_closed'
  | 'inactive'
  | 'no_way_in'
  | 'day_unreadable'
  | 'deleted'
  | 'cancelled'
  | 'over'
  | 'always_open'
  | 'whole_day'
  | 'rule_unknown'
  | 'rule_missing_dates'
  | 'rule_extra_dates'
  | 'place_unknown'
  | 'place_from_town'
  | 'by_hand'

/** One thing that was mended, or the reason a record was refused. */
export interface Line {
  action: 'mended' | 'refused'
  /** Counted from 1, as a person counts. */
  record: number
  name: string
  /** What the feed calls the record, where it can be told. */
  externalId?: string | undefined
  field: string
  why: Why
  was?: string | undefined
  became?: string | undefined
}

/** The shapes of lists that can be read. */
export type FeedFormat = 'meeting_guide' | 'bmlt' | 'naws' | 'tsml' | 'table' | 'calendar'

/** A record that was refused, as the list has it: it can be corrected by hand. */
export interface Refusal extends Pick<Line, 'name' | 'field' | 'why' | 'was'> {
  externalId: string
  raw: unknown
}

export interface Reading {
  format: FeedFormat
  records: number
  meetings: FeedMeeting[]
  /** Which record each of the meetings is, from 1. */
  numbers: number[]
  lines: Line[]
  refusals: Refusal[]
}

/** Thrown inside a reader to give up one record; the reader turns it into a line. */
export class RefusedRecord extends Error {
  readonly field: string
  readonly why: Why
  readonly was: string | undefined
  constructor(field: string, why: Why, was?: unknown) {
    super(why)
    this.field = field
    this.why = why
    this.was = was === undefined ? undefined : brief(was)
  }
}

/** Collects what was mended in one record. */
export type Mend = (field: string, why: Why, was?: unknown, became?: unknown) => void

/** A value as it may stand in a line: short, on one line. */
export function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text
    .slice(0, 400)
    .toWellFormed()
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line
}
