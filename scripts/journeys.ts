/** Runs the journeys in a real Chromium against the built site. */
import { spawnSync } from 'node:child_process'
import { findLeanBrowser } from '../tools/browser.ts'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
try {
  const { path, from } = await findLeanBrowser()
  console.log(`The journeys run in ${path} (${from}).`)
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'e2e/vitest.config.ts',
    ...process.argv.slice(2),
  ]
  // Found once, and not again by each file.
  const env = { ...process.env, CHROMIUM_PATH: path }
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit', env }).status ?? 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
