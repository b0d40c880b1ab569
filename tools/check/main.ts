import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../scripts/ensureBuilt.ts'
import { arrows } from './arrows.ts'
import { circles } from './circles.ts'
import { deadMessages } from './deadMessages.ts'
import { dependencies } from './dependencies.ts'
import { fileCeiling } from './fileCeiling.ts'
import { foreignOrigins } from './foreignOrigins.ts'
import { frontDoors } from './frontDoors.ts'
import { honestNames } from './honestNames.ts'
import { islandBudget } from './islandBudget.ts'
import { languages } from './languages.ts'
import { migrations } from './migrations.ts'
import { type Check, readProject } from './project.ts'
import { pureRules } from './pureRules.ts'
import { schemaFile } from './schemaFile.ts'
import { sqlInStores } from './sqlInStores.ts'
import { stillViews } from './stillViews.ts'
import { unused } from './unused.ts'

const checks: Check[] = [
  arrows,
  frontDoors,
  circles,
  sqlInStores,
  stillViews,
  pureRules,
  fileCeiling,
  honestNames,
  languages,
  deadMessages,
  foreignOrigins,
  migrations,
  dependencies,
  islandBudget,
  schemaFile,
  unused,
]

// `node tools/check/main.ts arrows schema` runs only these.
const wanted = process.argv.slice(2)
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
ensureBuilt()
const project = readProject(root)
let broken = 0
await Promise.all(checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(judge))
process.exitCode = broken > 0 ? 1 : 0

async function judge(check: Check): Promise<void> {
  const findings = await Promise.resolve(project)
    .then((all) => check.run(all))
    .catch((fault: Error) => [
      { file: 'tools/check', line: 0, sentence: `Mend what stops this check: ${fault.message}` },
    ])
  if (findings.length > 0) broken++
  const lines = findings.map(
    ({ file, line, sentence }) => `       ${file}${line ? `:${line}` : ''}  ${sentence}`,
  )
  console.log(
    [`${findings.length > 0 ? 'BROKEN' : 'ok    '} ${check.name}: ${check.sentence}`, ...lines].join('\n'),
  )
}
