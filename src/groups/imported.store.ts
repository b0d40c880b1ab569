import type { Transaction } from '../platform/database/index.ts'
import type { GroupDraft, ImportedGroup } from './kinds.ts'
import { freeSlug, slugOf } from './slugs.ts'
import { groupNameTag } from './store.ts'

const longestName = 255
const rowsOfAStep = 250

interface Row extends GroupDraft {
  sourceKey: string
}

/**
 * Adds or refreshes groups that a feed named; an address stays what it was at the first import. A list names thousands:
 * they are written some hundred at once.
 * @returns the id of each by its source key
 */
export async function putImportedGroups(
  tx: Transaction,
  imported: ImportedGroup[],
  onStep: (done: number) => Promise<void> = async () => {},
): Promise<Map<string, string>> {
  const rows = [...new Map(imported.map((group) => [group.sourceKey, rowOf(group)])).values()]
  const ids = new Map<string, string>()
  for (let start = 0; start < rows.length; start += rowsOfAStep) {
    await onStep(start)
    const step = rows.slice(start, start + rowsOfAStep)
    for (const { sourceKey, id } of await renew(tx, step)) ids.set(sourceKey, id)
    // Somebody may found a group of that name in this very moment: then the next free address, as often as it takes.
    for (;;) {
      const news = step.filter(({ sourceKey }) => !ids.has(sourceKey))
      if (news.length === 0) break
      for (const { sourceKey, id } of await insert(tx, news)) ids.set(sourceKey, id)
    }
  }
  // One tag for all: an import touches a thousand groups, and a thousand tags do not fit into one announcement.
  if (rows.length > 0) tx.changed('groups')
  return ids
}

function rowOf(imported: ImportedGroup): Row {
  return {
    summary: '',
    agreements: '',
    purposes: [],
    spirituality: imported.kind === 'twelve_step' ? 'spiritual' : 'optional',
    languages: [],
    circles: [],
    practices: [],
    online: false,
    inPerson: false,
    zone: null,
    placeName: null,
    ...imported,
    name: imported.name.trim().slice(0, longestName).toWellFormed(),
  }
}

interface Kept {
  id: string
  sourceKey: string
}

const columns = `name text, kind text, summary text, agreements text, purposes text[], spirituality text,
  languages text[], circles text[], practices text[], online boolean, "inPerson" boolean, zone text,
  "placeName" text, "sourceKey" text`

function said(tx: Transaction, rows: object[], more = '') {
  return tx`jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows)))}) as said(${tx.unsafe(columns + more)})`
}

/** Those that are known already, as the list has them now. */
async function renew(tx: Transaction, rows: Row[]): Promise<Kept[]> {
  const known = await tx<(Kept & { name: string; status: string })[]>`
    select id, source_key, name, status from groups where source_key = any(${rows.map((row) => row.sourceKey)}::text[])`
  if (known.length === 0) return []
  await tx`
    update groups set name = said.name, kind = said.kind, summary = said.summary, agreements = said.agreements,
      purposes = said.purposes, spirituality = said.spirituality, languages = said.languages, circles = said.circles,
      practices = said.practices, online = said.online, in_person = said."inPerson", zone = said.zone,
      place_name = said."placeName", status = 'active', closed_at = null
    from ${said(tx, rows)}
    where source_key = said."sourceKey" and (groups.name, groups.kind, groups.summary, groups.agreements,
        groups.purposes, groups.spirituality, groups.languages, groups.circles, groups.practices, groups.online,
        groups.in_person, groups.zone, groups.place_name, status)
      is distinct from (said.name, said.kind, said.summary, said.agreements, said.purposes, said.spirituality,
        said.languages, said.circles, said.practices, said.online, said."inPerson", said.zone, said."placeName",
        'active')`
  const names = new Map(rows.map((row) => [row.sourceKey, row.name]))
  for (const { id, sourceKey, name, status } of known)
    if (names.get(sourceKey) !== name || status !== 'active') tx.changed(groupNameTag(id))
  return known
}

async function insert(tx: Transaction, rows: Row[]): Promise<Kept[]> {
  const slugs = await freeSlugs(
    tx,
    rows.map((row) => slugOf(row.name)),
  )
  const addressed = rows.map((row, index) => ({ ...row, slug: slugs[index], place: index }))
  return tx<Kept[]>`
    insert into groups (slug, name, kind, summary, agreements, purposes, spirituality, languages, circles, practices,
      online, in_person, zone, place_name, source_key)
    select slug, name, kind, summary, agreements, purposes, spirituality, languages, circles, practices, online,
      "inPerson", zone, "placeName", "sourceKey"
    from ${said(tx, addressed, ', slug text, place int')} order by place
    on conflict (slug) do nothing
    returning id, source_key`
}

/** An address for each, none of them taken: looked up ten times as far where the nearest are, as often as it takes. */
async function freeSlugs(tx: Transaction, wanted: string[]): Promise<string[]> {
  const wanting = Map.groupBy(wanted, (slug) => slug)
  const used = new Set<string>()
  let open = [...wanting.keys()]
  for (let reach = 1; open.length > 0; reach *= 10) {
    const numbers = Array.from({ length: reach - Math.floor(reach / 10) }, (_, index) => reach - index)
    const asked = open.flatMap((slug) => numbers.map((number) => numbered(slug, number)))
    const taken = await tx<{ slug: string }[]>`select slug from groups where slug = any(${asked}::text[])`
    for (const { slug } of taken) used.add(slug)
    const free = (slug: string) =>
      reach -
      Array.from({ length: reach }, (_, index) => numbered(slug, index + 1)).filter((one) => used.has(one))
        .length
    open = open.filter((slug) => free(slug) < (wanting.get(slug)?.length ?? 0))
  }
  return wanted.map((slug) => {
    const found = freeSlug(slug, used)
    used.add(found)
    return found
  })
}

function numbered(slug: string, number: number): string {
  return number === 1 ? slug : `${slug}-${number}`
}
