import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type GroupKind, groupKinds } from '../../groups/index.ts'
import { isZone, now } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { migrate, openDatabase } from '../../platform/database/index.ts'
import { fetchFeed, longestFeedMegabytes, textOf, UnreachableFeed } from './fetch.ts'
import { BusyFeed, failureOf, importText } from './import.ts'
import { t } from './messages.ts'
import type { Line } from './record.ts'
import { countLines, listLines } from './report.store.ts'
import { lineSentence } from './sentence.ts'
import { getImport } from './store.ts'

const say = t('en')
const mendedOfEachKind = 20

interface Wish {
  source: string
  name: string
  address: string | undefined
  zone: string | undefined
  kind: GroupKind | undefined
  /** Every line of what was mended; of what was refused they always come. */
  all: boolean
  /** However much it changes. */
  yes: boolean
}

/** `npm run feed -- import …`. Prints what happens; gives the exit code. */
export async function runFeedCommand(args: string[], config: Config, print = console.log): Promise<number> {
  const wish = readWish(args)
  if (typeof wish === 'string') {
    print(wish)
    return 1
  }
  try {
    print(say('cli.reading', { source: wish.source }))
    const text = await readSource(wish, config)
    const database = await openDatabase(config, { as: 'share', say: print })
    try {
      await migrate(database.db, 'db/migrations')
      const importId = await importText(
        database.db,
        wish,
        { source: wish.source, text },
        {
          now: now(),
          anySize: wish.yes,
          onRead: ({ format, records }) =>
            print(say('cli.read', { format: say(`feed.format.${format}`), records })),
          onProgress: (done, total) => total > 0 && print(say('cli.writing', { done, total })),
        },
      )
      return await printReport(database.db, importId, { all: wish.all, print })
    } finally {
      await database.close()
    }
  } catch (fault) {
    print(sentenceFor(fault, wish))
    return 1
  }
}

function sentenceFor(fault: unknown, wish: Wish): string {
  if (fault instanceof BusyFeed) return say('cli.busy', { name: wish.name })
  const failure = failureOf(fault)
  if (failure) return say.any(failure.sentence, { detail: failure.detail })
  if (fault instanceof Error) return fault.message
  throw fault
}

/** What the words after `npm run feed --` ask for, or the sentence that says how to ask. */
function readWish(args: string[]): Wish | string {
  const usage = say('cli.usage', { kinds: groupKinds.join(', ') })
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        timezone: { type: 'string' },
        kind: { type: 'string' },
        all: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    })
    const [command, source, ...rest] = positionals
    if (command !== 'import' || !source || rest.length > 0) return usage
    const { timezone: zone, kind: wanted, all, yes } = values
    if (zone !== undefined && !isZone(zone)) return say('cli.badZone', { zone })
    const kind = groupKinds.find((each) => each === wanted)
    if (wanted !== undefined && !kind)
      return say('cli.badKind', { kind: wanted, kinds: groupKinds.join(', ') })
    const address = /^[a-z]+:\/\//i.test(source) ? source : undefined
    const usual = address
      ? (URL.parse(address)?.hostname ?? address)
      : basename(source).replace(/\.(json|csv|ics|txt)$/, '')
    return { source, name: (values.name?.trim() || usual).slice(0, 100), address, zone, kind, all, yes }
  } catch {
    return usage
  }
}

async function readSource({ source, address }: Wish, config: Config): Promise<string> {
  if (address) return (await fetchFeed(address, { allowPrivate: config.feedsAllowPrivate })).text
  try {
    const { size } = await stat(source)
    if (size > longestFeedMegabytes * 1024 * 1024) {
      throw new UnreachableFeed('size', String(longestFeedMegabytes))
    }
    return textOf(await readFile(source))
  } catch (fault) {
    throw fault instanceof UnreachableFeed ? fault : new UnreachableFeed('file', source)
  }
}

async function printReport(
  db: Parameters<typeof getImport>[0],
  importId: string,
  { all, print }: { all: boolean; print: (line: string) => void },
): Promise<number> {
  const report = await getImport(db, importId)
  if (report.heldFor === 'columns') {
    print(say('cli.columns', { page: `/operations/feeds/${report.feedId}/columns` }))
    return 1
  }
  const { records, taken, mended, refused, added, changed, gone, same, nothingRemovedOf } = report
  const isHeld = report.status === 'held'
  print(
    say(isHeld ? 'cli.held' : 'cli.done', {
      name: report.feedName,
      page: `/operations/feeds/imports/${importId}`,
    }),
  )
  print(say('report.counts', { records, taken, mended, refused }))
  print(say('report.changes', { added, changed, gone, same }))
  if (nothingRemovedOf !== null && !isHeld)
    print(say('report.nothingRemoved', { taken, before: nothingRemovedOf }))
  const counts = await countLines(db, importId)
  for (const action of ['refused', 'mended'] as const) {
    const total = counts.filter((each) => each.action === action).reduce((sum, each) => sum + each.lines, 0)
    if (total === 0) continue
    print('')
    print(say(action === 'refused' ? 'report.refused' : 'report.mended', { count: total }))
    const lines = await listLines(db, importId, action, { limit: total, offset: 0 })
    const most = all || action === 'refused' ? Number.POSITIVE_INFINITY : mendedOfEachKind
    printGrouped(lines, most, print)
  }
  return isHeld ? 1 : 0
}

function printGrouped(lines: Line[], most: number, print: (line: string) => void): void {
  for (const group of Map.groupBy(lines, (line) => `${line.field} ${line.why}`).values()) {
    for (const line of group.slice(0, most)) print(`  ${lineSentence(say, line)}`)
    if (group.length > most) print(`  ${say('report.more', { count: group.length - most })}`)
  }
}
