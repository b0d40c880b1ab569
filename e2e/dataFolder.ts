import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const real = '../shared/feeds/mg-philadelphia-sepia-2098.json'
const invented = 'e2e/fixtures/meetings.json'

/** A real intergroup's list where it lies beside the project, else a small invented one of the same shape. */
export const feedFile = existsSync(real) ? real : invented

/** Imports it into a data folder as an operator does, before or while the site runs. Gives what was printed. */
export function importFeed(dataDir: string, file = feedFile): string {
  return run(dataDir, 'feed.js', 'import', file, '--name', 'Philadelphia', '--timezone', 'America/New_York')
}

/** The demo's community in an empty data folder. */
export function addInventedPeople(dataDir: string): void {
  run(dataDir, 'seed.js')
}

function run(dataDir: string, program: string, ...words: string[]): string {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/server/${program}`, ...words], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program} failed: ${stderr || stdout}`)
  return stdout
}
