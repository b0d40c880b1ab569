import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database, Sql } from '../../platform/database/index.ts'
import { type Place, readPlaceQuestion } from './place.ts'
import { type PostcodeQuestion, readPostcode } from './postcode.ts'

export interface PlaceAnswer {
  /** The place that is most likely meant. */
  found: Place | undefined
  /** Other places of that name when something was found, else places that are written nearly so. */
  others: Place[]
}

/** Resolves what somebody typed as a town, offline. Larger towns first; a whole name before the beginning of one. */
export async function findPlaces(db: Database, words: string): Promise<PlaceAnswer> {
  const postcode = readPostcode(words)
  if (postcode) return await findPostcodes(db, postcode)
  const { name, country, admin } = readPlaceQuestion(words)
  if (name === '') return { found: undefined, others: [] }
  const matches = await db<Place[]>`
    select id, name, country, admin, latitude, longitude from places
    where (folded = ${name} or folded like ${`${name.replace(/[\\%_]/g, '\\$&')} %`})
      ${country ? db`and country = ${country}` : db``}
      ${admin ? db`and admin = ${admin}` : db``}
    order by (population + 1000) * case when folded = ${name} then 20 else 1 end desc, id
    limit 6`
  const [found, ...others] = matches
  if (found) return { found, others: others.filter((other) => other.name === found.name).slice(0, 4) }
  // `<%` is answered by the trigram index, a similarity in the order alone is not.
  const similar = await db<Place[]>`
    select id, name, country, admin, latitude, longitude from places
    where folded % ${name} order by similarity(folded, ${name}) desc, population desc limit 5`
  return { found: undefined, others: similar }
}

/** The area of a postcode; one that is not known is answered with those that begin as it does. */
async function findPostcodes(db: Database, { code, countries }: PostcodeQuestion): Promise<PlaceAnswer> {
  const [found] = await db<Place[]>`
    select code as id, ${labelOf(db)} as name, country, '' as admin, latitude, longitude, code as postcode
    from postcodes where code = ${code} and country = any(${countries}::text[])
    order by array_position(${countries}::text[], country) limit 1`
  if (found) return { found, others: [] }
  const others = await db<Place[]>`
    select code as id, ${labelOf(db)} as name, country, '' as admin, latitude, longitude, code as postcode
    from postcodes where country = any(${countries}::text[]) and code like ${`${code.slice(0, -2)}%`}
      and length(code) between ${code.length - 1} and ${code.length + 1}
    order by similarity(code, ${code}) desc, code limit 5`
  return { found: undefined, others }
}

function labelOf(db: Database) {
  return db`case when name = '' then code else code || ' ' || name end`
}

/** A town for rules that only need to know where it is. */
export async function findTown(
  db: Database,
  words: string,
): Promise<{ name: string; lat: number; lng: number } | undefined> {
  const { found } = await findPlaces(db, words)
  return found && { name: found.name, lat: found.latitude, lng: found.longitude }
}

/** The larger towns in a part of the world, to know one's way by. */
export async function listTownsIn(
  db: Database,
  { west, south, east, north }: { west: number; south: number; east: number; north: number },
  limit: number,
): Promise<Place[]> {
  return db<Place[]>`
    select id, name, country, admin, latitude, longitude from places
    where longitude between ${west} and ${east} and latitude between ${south} and ${north}
    order by population desc limit ${limit}`
}

/** Whether towns and postcodes are there; a site that is older than the postcodes lacks only them. */
export async function hasPlaces(db: Database): Promise<boolean> {
  const [row] = await db`select 1 from places where exists (select from postcodes where not learnt) limit 1`
  return row !== undefined
}

export interface PlaceRow extends Place {
  folded: string
  population: number
}

export interface PostcodeRow {
  country: string
  code: string
  name: string
  latitude: number
  longitude: number
}

/** Fills the gazetteer, unless somebody else has meanwhile. */
export async function putPlaces(
  db: Sql,
  towns: Iterable<PlaceRow>,
  postcodes: Iterable<PostcodeRow>,
): Promise<void> {
  await db.begin(async (tx) => {
    await tx`lock table places in exclusive mode`
    if (await hasPlaces(tx)) return
    await tx`truncate places`
    await tx`delete from postcodes`
    const towards = await tx`copy places (id, name, folded, country, admin, population, latitude, longitude)
      from stdin`.writable()
    await pipeline(Readable.from(copyLines(fieldsOfTowns(towns))), towards)
    const into = await tx`copy postcodes (country, code, name, latitude, longitude) from stdin`.writable()
    await pipeline(Readable.from(copyLines(fieldsOfPostcodes(postcodes))), into)
  })
  await db`analyze places, postcodes`
}

function* fieldsOfTowns(rows: Iterable<PlaceRow>): Generator<(string | number)[]> {
  for (const { id, name, folded, country, admin, population, latitude, longitude } of rows)
    yield [id, name, folded, country, admin, population, latitude, longitude]
}

function* fieldsOfPostcodes(rows: Iterable<PostcodeRow>): Generator<(string | number)[]> {
  for (const { country, code, name, latitude, longitude } of rows)
    yield [country, code, name, latitude, longitude]
}

function* copyLines(rows: Iterable<(string | number)[]>): Generator<string> {
  let lines = ''
  for (const fields of rows) {
    lines += `${fields.map((field) => String(field).replace(/[\\\t\n\r]/g, ' ')).join('\t')}\n`
    if (lines.length > 64_000) {
      yield lines
      lines = ''
    }
  }
  if (lines) yield lines
}
