import { type GroupKind, groupKinds } from '../../groups/index.ts'
import type { IsoDay } from '../recurrence/recurrence.ts'

export const ways = ['online', 'in_person', 'hybrid'] as const
type Way = (typeof ways)[number]

export const distancesKm = [5, 10, 25, 50, 100] as const

/** What somebody asked the finder; all of it stands in the address, so that a search can be shared and kept. */
export interface Filters {
  words: string
  kind: GroupKind | undefined
  how: Way | undefined
  /** ISO day in the visitor's zone, 1 is Monday. */
  day: IsoDay | undefined
  near: string
  km: number
  /** The last row of the page before. */
  after: { seconds: number; meetingId: string } | undefined
}

export type FilterName = 'words' | 'kind' | 'how' | 'day' | 'near'

const usualKm = 25

/** Reads an address. What is not understood is left out and named in `misread`. */
export function readFilters(query: Record<string, string>): { filters: Filters; misread: boolean } {
  let misread = false
  const one = <T extends string>(name: string, among: readonly T[]): T | undefined => {
    const given = query[name]?.trim()
    if (!given) return undefined
    const known = among.find((each) => each === given)
    misread ||= known === undefined
    return known
  }
  const after = /^(\d{1,11}(?:\.\d{1,6})?)-(\d{1,18})$/.exec(query.after ?? '')
  misread ||= Boolean(query.after) && !after
  const day = one('day', ['1', '2', '3', '4', '5', '6', '7'])
  const km = one('km', distancesKm.map(String))
  return {
    filters: {
      words: clean(query.words),
      kind: one('kind', groupKinds),
      how: one('how', ways),
      day: day ? (Number(day) as IsoDay) : undefined,
      near: clean(query.near),
      km: km ? Number(km) : usualKm,
      after: after ? { seconds: Number(after[1]), meetingId: after[2] ?? '0' } : undefined,
    },
    misread,
  }
}

function clean(text: string | undefined): string {
  return (text ?? '')
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
}

/** The conditions that are set, in the order they are shown. */
export function activeFilters(filters: Filters): FilterName[] {
  return (['words', 'kind', 'how', 'day', 'near'] as const).filter((name) => Boolean(filters[name]))
}

/** The address of a search; `changes` takes conditions away or puts others in. */
export function finderPath(
  filters: Filters,
  zone: string | undefined,
  changes: Partial<Filters> = {},
): string {
  const { words, kind, how, day, near, km, after } = { ...filters, after: undefined, ...changes }
  const query = new URLSearchParams()
  if (words) query.set('words', words)
  if (kind) query.set('kind', kind)
  if (how) query.set('how', how)
  if (day) query.set('day', String(day))
  if (near) query.set('near', near)
  if (near && km !== usualKm) query.set('km', String(km))
  if (zone) query.set('zone', zone)
  if (after) query.set('after', `${after.seconds}-${after.meetingId}`)
  const text = query.toString()
  return text ? `/meetings?${text}` : '/meetings'
}

export function isUnfiltered(filters: Filters): boolean {
  return activeFilters(filters).length === 0 && filters.after === undefined
}
