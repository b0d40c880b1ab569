/** Runs the journeys in a real Chromium against the built site. */
import { spawnSync } from 'node:child_process'
import { findBrowser } from '../tools/browser.ts'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
try {
  const { path, from } = await findBrowser()
  console.log(`The journeys run in ${path} (${from}).`)
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'e2e/vitest.config.ts',
    ...process.argv.slice(2),
  ]
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
