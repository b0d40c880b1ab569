import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { inject } from 'vitest'

const real = '../shared/feeds/mg-philadelphia-sepia-2098.json'
const invented = 'e2e/fixtures/meetings.json'

/** A real intergroup's list where it lies beside the project, else a small invented one of the same shape. */
export const feedFile = existsSync(real) ? real : invented

/** Imports it into a data folder as an operator does, before or while the site runs. Gives what was printed. */
export function importFeed(dataDir: string, file = feedFile): string {
  return run(dataDir, 'feed.js', 'import', file, '--name', 'Philadelphia', '--timezone', 'America/New_York')
}

/** A data folder as it is after the first start, with the towns of the world. */
export function afterFirstStart(dataDir: string): void {
  copyFolder(inject('folders').empty, dataDir)
}

/** The same with the list of an intergroup. */
export function withFeed(dataDir: string, file = feedFile): void {
  afterFirstStart(dataDir)
  importFeed(dataDir, file)
}

/** The same with the demo's community in it. */
export function withInventedPeople(dataDir: string): void {
  copyFolder(inject('folders').invented, dataDir)
}

/** Puts the demo's community into a data folder. */
export function seed(dataDir: string): void {
  run(dataDir, 'seed.js')
}

/** With owners and modes: run by root, the database belongs to somebody else. */
export function copyFolder(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true })
  else if (spawnSync('cp', ['-a', `${from}/.`, to]).status !== 0) throw new Error(`${from} was not copied.`)
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
