import {
  type Circle,
  circles,
  type GroupKind,
  groupKinds,
  type Practice,
  practices,
} from '../../groups/index.ts'
import { typeCodes } from '../feeds/typeCodes.ts'
import type { IsoDay } from '../recurrence/recurrence.ts'

export const ways = ['online', 'in_person', 'hybrid'] as const
type Way = (typeof ways)[number]

export const whens = ['soon', 'today'] as const
type When = (typeof whens)[number]

/** Hours of the day in the visitor's zone; the night runs past midnight. */
export const parts = { morning: [5, 12], afternoon: [12, 17], evening: [17, 22], night: [22, 29] } as const
export type PartOfDay = keyof typeof parts
export const partNames = ['morning', 'afternoon', 'evening', 'night'] as const

export const distancesKm = [2, 5, 10, 25, 50, 100] as const

/** A point on earth, never finer than about a kilometre. */
export interface Point {
  latitude: number
  longitude: number
}

/** What somebody asked the finder; all of it stands in the address, so that a search can be shared and kept. */
export interface Filters {
  words: string
  /** `house`: groups that were made here; `lists`: brought in from elsewhere. */
  from: 'house' | 'lists' | undefined
  /** Who holds it, as its list says: the fellowship, or the name of the list. */
  fellowship: string
  kind: GroupKind | undefined
  how: Way | undefined
  when: When | undefined
  /** ISO days in the visitor's zone, 1 is Monday; any of them. */
  days: IsoDay[]
  part: PartOfDay | undefined
  /** ISO 639 code. */
  language: string | undefined
  circle: Circle | undefined
  practice: Practice | undefined
  /** Codes of the Meeting Guide vocabulary; all of them. */
  types: string[]
  near: string
  /** The device's position, rounded, instead of `near`. */
  at: Point | undefined
  km: number
  sort: 'distance' | undefined
  /** The last row of the page before: its order (seconds, or metres when sorted by distance) and meeting. */
  after: { order: number; meetingId: string } | undefined
}

export const usualKm = 25

export const noFilters: Filters = {
  words: '',
  from: undefined,
  fellowship: '',
  kind: undefined,
  how: undefined,
  when: undefined,
  days: [],
  part: undefined,
  language: undefined,
  circle: undefined,
  practice: undefined,
  types: [],
  near: '',
  at: undefined,
  km: usualKm,
  sort: undefined,
  after: undefined,
}

/** Reads an address. What is not understood is left out and named in `misread`. */
export function readFilters(query: URLSearchParams): { filters: Filters; misread: boolean } {
  let misread = false
  const many = (name: string): string[] => {
    const given = query.getAll(name).flatMap((text) => text.split(','))
    return [...new Set(given.map((text) => text.trim()).filter(Boolean))].slice(0, 12)
  }
  const known = <T extends string>(name: string, among: readonly T[]): T[] => {
    const given = many(name)
    const found = given.flatMap((text) => among.filter((each) => each === text))
    misread ||= found.length < given.length
    return found
  }
  const shaped = <T>(name: string, shape: RegExp, read: (match: RegExpExecArray) => T | undefined) => {
    const given = query.get(name)?.trim()
    if (!given) return undefined
    const match = shape.exec(given)
    const value = match ? read(match) : undefined
    misread ||= value === undefined
    return value
  }
  const km = known('km', distancesKm.map(String))[0]
  const filters: Filters = {
    words: clean(query.get('words')),
    from: known('from', ['house', 'lists'])[0],
    fellowship: clean(query.get('fellowship')),
    kind: known('kind', groupKinds)[0],
    how: known('how', ways)[0],
    when: known('when', whens)[0],
    days: known('day', ['1', '2', '3', '4', '5', '6', '7'])
      .map((day) => Number(day) as IsoDay)
      .sort(),
    part: known('part', partNames)[0],
    language: shaped('language', /^[a-z]{2,3}$/i, ([code]) => code.toLowerCase()),
    circle: known('circle', circles)[0],
    practice: known('practice', practices)[0],
    types: known('type', [...typeCodes]),
    near: clean(query.get('near')),
    at: shaped('at', /^(-?\d{1,2}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?)$/, readPoint),
    km: km ? Number(km) : usualKm,
    sort: known('sort', ['distance'])[0],
    after: shaped('after', /^(-?\d{1,12}(?:\.\d{1,6})?)-(\d{1,18})$/, ([, order, id]) => ({
      order: Number(order),
      meetingId: id ?? '0',
    })),
  }
  // Whoever types a town does not mean the place where they are.
  if (filters.near) filters.at = undefined
  if (!filters.near && !filters.at) filters.sort = undefined
  return { filters, misread }
}

function readPoint([, north, east]: RegExpExecArray): Point | undefined {
  const point = { latitude: roundedDegrees(Number(north)), longitude: roundedDegrees(Number(east)) }
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined
}

/** About a kilometre: enough to find a meeting, too little to find a door. */
function roundedDegrees(degrees: number): number {
  return Math.round(degrees * 100) / 100 + 0
}

function clean(text: string | null): string {
  return (text ?? '')
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
}

/** The conditions as the fields of an address, in one order, without what is usual. */
export function filterFields(filters: Filters): [name: string, value: string][] {
  const { words, near, at, km, after, days, types } = filters
  const place = at ? `${at.latitude},${at.longitude}` : ''
  const fields: [string, string | undefined][] = [
    ['words', words],
    ['from', filters.from],
    ['fellowship', filters.fellowship],
    ['kind', filters.kind],
    ['how', filters.how],
    ['when', filters.when],
    ['day', days.join(',')],
    ['part', filters.part],
    ['language', filters.language],
    ['circle', filters.circle],
    ['practice', filters.practice],
    ['type', types.join(',')],
    ['near', near],
    ['at', place],
    ['km', (near || at) && km !== usualKm ? String(km) : undefined],
    ['sort', near || at ? filters.sort : undefined],
    ['after', after && `${after.order}-${after.meetingId}`],
  ]
  return fields.filter((field): field is [string, string] => Boolean(field[1]))
}
