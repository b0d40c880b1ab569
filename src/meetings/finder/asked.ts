import type { Context } from 'hono'
import { chosenZone, type Env, zoneOf } from '../../platform/web.ts'
import { findPlaces } from '../places/store.ts'
import { zoneAt } from '../places/zone.ts'
import { type Choices, listChoices } from './choices.store.ts'
import { readFilters } from './filters.ts'
import { finderPath, isUnfiltered, type Look, type Search } from './search.ts'

/** What the address asks. `tidier`: the same search without the empty fields that a form sends along. */
export function readSearch(c: Context<Env>, look: Look = 'list') {
  const query = new URL(c.req.url).searchParams
  const { filters, misread } = readFilters(query)
  const zone = zoneOf(c)
  const zoneAsked = query.get('zone') === zone ? zone : undefined
  const search: Search = { filters, zoneAsked }
  const names = [...query.keys()]
  const isFromForm = [...query.values()].includes('') || new Set(names).size < names.length
  const isPlain = isUnfiltered(filters) && names.every((name) => name === 'zone' && zoneAsked)
  return {
    search,
    misread,
    zone,
    guess: chosenZone(c) === undefined,
    isPlain,
    tidier: isFromForm && !misread ? finderPath(search, {}, look) : undefined,
  }
}

/**
 * The place that was asked for, found; or where the device is. `zone`: who has told us none and asks for Sunday morning in
 * a town means the morning of that town.
 */
export async function findNear(
  c: Context<Env>,
  { search: { filters }, zone, guess }: Pick<ReturnType<typeof readSearch>, 'search' | 'zone' | 'guess'>,
) {
  const near = filters.near ? await findPlaces(c.var.db, filters.near) : undefined
  const point = filters.at ?? near?.found
  return { near, point, zone: guess && point ? zoneAt(point) : zone }
}

export function choicesOf(c: Context<Env>): Promise<Choices> {
  const { db, cache } = c.var
  return cache.remember(
    'finder-choices',
    ['meetings'],
    () => listChoices(db),
    (made) => JSON.stringify(made).length * 2,
  )
}
