import { takeBackTitles } from '../../account/notices/index.ts'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { listsTag } from '../writing.store.ts'
import type { SpaceDraft, SpaceSettings } from './forms.ts'
import type { Space } from './space.ts'
import { placeOf, spacesTag } from './spaces.store.ts'

/** Addresses below /forum/spaces that are pages of ours. */
const taken = ['new']

/** @returns the new space's address, made of its name; it stays when the space is renamed */
export async function addSpace(db: Database, draft: SpaceDraft): Promise<string> {
  return transaction(db, async (tx) => {
    const slug = await freeSlug(tx, draft.name)
    await tx`
      insert into spaces (slug, name, about, zone, readers, opens_check_in, is_indexed, place)
      select ${slug}, ${draft.name}, ${draft.about}, ${draft.zone}, ${draft.readers}, ${draft.opensCheckIn},
        ${draft.isIndexed}, coalesce(max(place), 0) + 1 from spaces where group_id is null`
    changed(tx)
    return slug
  })
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  await tx`lock table spaces in share row exclusive mode`
  const used = await tx<{ slug: string }[]>`select slug from spaces where slug is not null`
  const all = new Set([...taken, ...used.map(({ slug }) => slug)])
  const wanted = slugOf(name)
  let slug = wanted
  for (let number = 2; all.has(slug); number++) slug = `${wanted}-${number}`
  return slug
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '')
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return slug || 'space'
}

export async function changeSpace(db: Database, spaceId: string, draft: SpaceDraft): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`update spaces set name = ${draft.name}, about = ${draft.about} where id = ${spaceId}`
    await writeSettings(tx, spaceId, draft)
  })
}

/** For the space of a group, which is made here where nobody has written yet. */
export async function changeGroupSpace(
  db: Database,
  space: Pick<Space, 'id' | 'groupId'>,
  settings: SpaceSettings,
): Promise<void> {
  await transaction(db, async (tx) => {
    await writeSettings(tx, await placeOf(tx, space), settings)
    if (space.groupId) tx.changed(`group:${space.groupId}`)
  })
}

async function writeSettings(tx: Transaction, spaceId: string, settings: SpaceSettings): Promise<void> {
  const { zone, readers, opensCheckIn, isIndexed } = settings
  await tx`update spaces set zone = ${zone}, readers = ${readers}, opens_check_in = ${opensCheckIn},
    is_indexed = ${isIndexed} where id = ${spaceId}`
  if (readers !== 'everybody') {
    const topics = await tx<{ id: string }[]>`select id from topics where space_id = ${spaceId}`
    const ids = topics.map(({ id }) => id)
    await takeBackTitles(tx, ids)
  }
  changed(tx)
}

/** @param retiredAt null: it is written in again */
export async function retireSpace(
  db: Database,
  spaceId: string,
  retiredAt: Temporal.Instant | null,
): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`update spaces set retired_at = ${retiredAt} where id = ${spaceId}`
    changed(tx)
  })
}

/** Changes places with the one before it (up) or after it; at the end of the row nothing happens. */
export async function moveSpace(db: Database, spaceId: string, way: 'up' | 'down'): Promise<void> {
  await transaction(db, async (tx) => {
    const row = await tx<{ id: string }[]>`
      select id from spaces where group_id is null and retired_at is null order by place, id for update`
    const ids = row.map(({ id }) => id)
    const from = ids.indexOf(spaceId)
    const to = from + (way === 'up' ? -1 : 1)
    if (from < 0) throw new Refusal(409)
    const other = ids[to]
    if (other === undefined) return
    ids[to] = spaceId
    ids[from] = other
    await tx`update spaces s set place = o.place from unnest(${ids}::bigint[]) with ordinality as o (id, place)
      where s.id = o.id`
    changed(tx)
  })
}

/** What stands in other pages of a space: its name in lists, and whether its topics are there at all. */
function changed(tx: Transaction): void {
  tx.changed(spacesTag, listsTag)
}
