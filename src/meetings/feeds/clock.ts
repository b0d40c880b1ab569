import type { IsoDay, WeekOfMonth } from '../recurrence/recurrence.ts'
import { type Mend, RefusedRecord } from './record.ts'

const dayWords = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Days as Meeting Guide numbers them, 0 for Sunday to 6, one or several; words are mended. */
export function readDays(value: unknown, mend: Mend): IsoDay[] {
  const days = (Array.isArray(value) ? value : [value]).map((each) => {
    const text = String(each).trim().toLowerCase()
    if (/^[0-6]$/.test(text)) return isoDay(Number(text))
    const word =
      text.length < 3 ? -1 : dayWords.findIndex((name) => name === text || name.slice(0, 3) === text)
    if (word < 0)
      throw new RefusedRecord('day', /\p{L}/u.test(text) ? 'day_unreadable' : 'day_out_of_range', each)
    mend('day', 'day_in_words', each, dayWords[word])
    return (word + 1) as IsoDay
  })
  return [...new Set(days)].sort()
}

function isoDay(sundayFirst: number): IsoDay {
  return (sundayFirst === 0 ? 7 : sundayFirst) as IsoDay
}

/** "20:00" out of what people write for it, or undefined. */
export function clockTime(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim().toLowerCase()
  if (text === 'noon' || text === 'midday') return '12:00'
  if (text === 'midnight') return '00:00'
  const parts =
    /^(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$|^(\d{1,2})\s*([ap])\.?m\.?$/.exec(
      text,
    )
  if (!parts) return undefined
  const half = parts[3] ?? parts[5]
  let hour = Number(parts[1] ?? parts[4])
  const minute = Number(parts[2] ?? 0)
  if (half && (hour < 1 || hour > 12)) return undefined
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export function readStart(value: unknown, field: string, mend: Mend): string {
  const time = clockTime(value)
  if (time === undefined) throw new RefusedRecord(field, 'time_unreadable', value)
  if (time !== value) mend(field, 'time_mended', value, time)
  return time
}

const usualMinutes = 60
const longestMinutes = 12 * 60

/** Minutes from start to end; an end before the start is the next day. Meeting Guide's own default is an hour. */
export function readMinutes(start: string, end: unknown, field: string, mend: Mend): number {
  if (end === undefined || end === null || end === '') return usualMinutes
  const time = String(end).trim() === '24:00' ? '00:00' : clockTime(end)
  if (time === undefined) {
    mend(field, 'end_unreadable', end)
    return usualMinutes
  }
  if (time !== end) mend(field, 'end_mended', end, time)
  const minutes = (minuteOfDay(time) - minuteOfDay(start) + 24 * 60) % (24 * 60)
  if (minutes > 0 && minutes <= longestMinutes) return minutes
  mend(field, minutes === 0 ? 'end_same' : 'end_too_long', `${start}-${time}`)
  return usualMinutes
}

/** Minutes out of "01:30:00". */
export function readDuration(value: unknown, field: string, mend: Mend): number {
  if (value === undefined || value === null || value === '' || value === '00:00:00') return usualMinutes
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(String(value))
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : 0
  if (minutes > 0 && minutes <= 24 * 60) return minutes
  mend(field, 'end_unreadable', value)
  return usualMinutes
}

/** Minutes out of what a table writes for a length: "1hr 30mins", "90", "1:30", "1.5 hours". */
export function readLength(value: unknown, field: string, mend: Mend): number {
  const text = String(value ?? '')
    .trim()
    .toLowerCase()
  if (text === '') return usualMinutes
  const minutes = lengthOf(text)
  if (minutes !== undefined && minutes > 0 && minutes <= 24 * 60) return minutes
  mend(field, 'end_unreadable', value)
  return usualMinutes
}

function lengthOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const words = /^(?:(\d{1,2}(?:[.,]\d{1,2})?) ?h[a-z]*\.?)? ?(?:(?:and )?(\d{1,3}) ?m[a-z]*\.?)?$/.exec(text)
  if (!words || (words[1] === undefined && words[2] === undefined)) return undefined
  return Math.round(Number((words[1] ?? '0').replace(',', '.')) * 60) + Number(words[2] ?? 0)
}

export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** "Wednesday 07:30 PM", as lists made from a sheet write it. */
export function readTimesInWords(value: string): { days: IsoDay[]; time: string } | undefined {
  const parts = /^\s*([a-z]+day)s?\s*,?\s*(?:at|@)?\s+(.+)$/i.exec(value)
  const day = dayWords.indexOf((parts?.[1] ?? '').toLowerCase())
  const time = clockTime(parts?.[2])
  return day < 0 || time === undefined ? undefined : { days: [(day + 1) as IsoDay], time }
}

/**
 * A weekly format cannot say "2nd and 4th Thursdays", so publishers write it into the name.
 * Believed only when it names the very weekday of the record.
 */
export function weeksInName(name: string, days: IsoDay[]): WeekOfMonth[] | 'every other' | undefined {
  const dayName = days.length === 1 ? dayWords[(days[0] ?? 1) - 1] : undefined
  if (dayName === undefined) return undefined
  const text = name.toLowerCase()
  if (new RegExp(`every (other|2nd|second) ${dayName}`).test(text)) return 'every other'
  const word = '(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)'
  // One way to read each space: with two, a name of nothing but "1st 1st 1st" would be read for ever.
  const found = new RegExp(`((?:${word}\\s*(?:(?:,|&|and|\\+|/)\\s*)?)+)${dayName}s?\\b`).exec(text)
  if (!found) return undefined
  const weeks = [...(found[1] ?? '').matchAll(new RegExp(word, 'g'))].map(([each]) => weekOf(each))
  return [...new Set(weeks)]
}

function weekOf(word: string): WeekOfMonth {
  if (word === 'last') return -1
  const words = ['first', 'second', 'third', 'fourth', 'fifth']
  const place = words.indexOf(word)
  return (place < 0 ? Number(word[0]) : place + 1) as WeekOfMonth
}
