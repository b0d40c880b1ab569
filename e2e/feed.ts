import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const real = '../shared/feeds/mg-philadelphia-sepia-2098.json'
const invented = 'e2e/fixtures/meetings.json'

/** A real intergroup's list where it lies beside the project, else a small invented one of the same shape. */
export const feedFile = existsSync(real) ? real : invented

/** Imports it into a data folder as an operator does, before or while the site runs. Gives what was printed. */
export function importFeed(dataDir: string): string {
  const words = [
    'dist/server/feed.js',
    'import',
    feedFile,
    '--name',
    'Philadelphia',
    '--timezone',
    'America/New_York',
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The import failed: ${stderr || stdout}`)
  return stdout
}
