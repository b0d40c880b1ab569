import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../scripts/ensureBuilt.ts'
import { nothingAtRest } from './atRest.ts'
import { clocksAgree } from './clockChanges.ts'
import type { Proof } from './promise.ts'
import { nothingInTheClear } from './sealedCanaries.ts'
import { historiesAgree } from './sealedHistories.ts'
import { proveOnOneSite } from './site.ts'
import { nothingLost } from './survivesKill.ts'

// One line a promise. `node tools/prove/main.ts kill` proves only those whose name has that word.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
ensureBuilt()
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word))

await attempt('no foreign request, no cookie before sign-in, no 5xx on random input', () =>
  proveOnOneSite(tell),
)
for (const { name, prove } of [nothingAtRest, nothingLost, nothingInTheClear, historiesAgree, clocksAgree])
  await attempt(name, async () => tell(name, await prove()))

async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  if (!isWanted(name)) return
  try {
    await work()
  } catch (error) {
    tell(name, { figure: 'not proven', broken: [error instanceof Error ? error.message : String(error)] })
  }
}

function tell(name: string, { figure, broken }: Proof): void {
  const shown = broken.slice(0, 20).map((sentence) => `        ${sentence}`)
  const more = broken.length > shown.length ? [`        and ${broken.length - shown.length} more`] : []
  console.log(
    [`${broken.length > 0 ? 'BROKEN' : 'kept  '}  ${name}: ${figure}`, ...shown, ...more].join('\n'),
  )
  if (broken.length > 0) process.exitCode = 1
}
