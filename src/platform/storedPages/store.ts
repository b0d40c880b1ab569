import type { Database } from '../database/index.ts'

/** Where a stored page stands: an address without a zone, in one language, drawn by one build. */
export interface Place {
  address: string
  locale: string
  build: string
}

/** A page for guests, compressed as brotli, and what it was drawn from. */
export interface StoredPage {
  tags: string[]
  body: Buffer
}

/** Those of the pages that show nothing which has changed since they were drawn; none while the operator has a word to all. */
export async function findStoredPages(
  db: Database,
  addresses: string[],
  { locale, build }: Omit<Place, 'address'>,
): Promise<Map<string, StoredPage>> {
  // As texts that are quickly taken apart: the driver reads an array letter by letter, and bytes as twice as many digits.
  const pages = await db<{ address: string; tags: string; body: string }[]>`
    select address, array_to_string(tags, chr(10)) as tags, encode(body, 'base64') as body from stored_pages s
    where address = any(${addresses}) and locale = ${locale} and build = ${build}
      and stamp = (select coalesce(sum(version), 0) from tag_versions where tag = any(s.tags))
      and not exists (select from site_notices where ended_at is null and until > now())`
  return new Map(
    pages.map(({ address, tags, body }) => [
      address,
      { tags: tags === '' ? [] : tags.split('\n'), body: Buffer.from(body, 'base64') },
    ]),
  )
}

/** To be read in the same snapshot as what the page shows. */
export async function getStamp(db: Database, tags: string[]): Promise<string> {
  const [row] = await db<{ stamp: string }[]>`
    select coalesce(sum(version), 0)::text as stamp from tag_versions where tag = any(${tags})`
  return row?.stamp ?? '0'
}

export async function putStoredPage(
  db: Database,
  { address, locale, build }: Place,
  { tags, body, stamp }: StoredPage & { stamp: string },
  now: Temporal.Instant,
): Promise<void> {
  await db`
    insert into stored_pages (address, locale, build, tags, stamp, drawn_at, body)
    values (${address}, ${locale}, ${build}, ${tags}, ${stamp}, ${now}, ${body})
    on conflict (address, locale) do update set build = excluded.build, tags = excluded.tags,
      stamp = excluded.stamp, drawn_at = excluded.drawn_at, body = excluded.body`
}

/** Of these addresses those that have no page which is still true. */
export async function listUndrawn(
  db: Database,
  addresses: string[],
  { locale, build }: Pick<Place, 'locale' | 'build'>,
): Promise<string[]> {
  const rows = await db<{ address: string }[]>`
    select address from unnest(${addresses}::text[]) with ordinality as wanted(address, place)
    where not exists (
      select from stored_pages s
      where s.address = wanted.address and s.locale = ${locale} and s.build = ${build}
        and s.stamp = (select coalesce(sum(version), 0) from tag_versions where tag = any(s.tags)))
    order by place`
  return rows.map((row) => row.address)
}

/** A page that may not be shown to guests any more is not kept for later either. */
export async function removeStoredPage(
  db: Database,
  { address, locale }: Omit<Place, 'build'>,
): Promise<void> {
  await db`delete from stored_pages where address = ${address} and locale = ${locale}`
}
