import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database, Sql } from '../../platform/database/index.ts'
import { type Place, readPlaceQuestion } from './place.ts'

export interface PlaceAnswer {
  /** The place that is most likely meant. */
  found: Place | undefined
  /** Other places of that name when something was found, else places that are written nearly so. */
  others: Place[]
}

/** Resolves what somebody typed as a town, offline. Larger towns first; a whole name before the beginning of one. */
export async function findPlaces(db: Database, words: string): Promise<PlaceAnswer> {
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

/** A town for rules that only need to know where it is. */
export async function findTown(
  db: Database,
  words: string,
): Promise<{ name: string; lat: number; lng: number } | undefined> {
  const { found } = await findPlaces(db, words)
  return found && { name: found.name, lat: found.latitude, lng: found.longitude }
}

export async function hasPlaces(db: Database): Promise<boolean> {
  const [row] = await db`select 1 from places limit 1`
  return row !== undefined
}

export interface PlaceRow extends Place {
  folded: string
  population: number
}

/** Fills the gazetteer, unless somebody else has meanwhile. */
export async function putPlaces(db: Sql, rows: Iterable<PlaceRow>): Promise<void> {
  await db.begin(async (tx) => {
    await tx`lock table places in exclusive mode`
    if (await hasPlaces(tx)) return
    const into = await tx`copy places (id, name, folded, country, admin, population, latitude, longitude)
      from stdin`.writable()
    await pipeline(Readable.from(copyLines(rows)), into)
  })
  await db`analyze places`
}

function* copyLines(rows: Iterable<PlaceRow>): Generator<string> {
  let lines = ''
  for (const row of rows) {
    const { id, name, folded, country, admin, population, latitude, longitude } = row
    const fields = [id, name, folded, country, admin, population, latitude, longitude]
    lines += `${fields.map((field) => String(field).replace(/[\\\t\n\r]/g, ' ')).join('\t')}\n`
    if (lines.length > 64_000) {
      yield lines
      lines = ''
    }
  }
  if (lines) yield lines
}
