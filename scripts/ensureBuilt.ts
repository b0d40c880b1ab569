import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { sourceHash, stampFile } from './stamp.ts'

/** Builds when the sources changed since the last build: in a process of its own, whose memory ends with it. */
export function ensureBuilt(): void {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash()) return
  console.log('Building…')
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('The build failed; what is above says why.')
    process.exit(1)
  }
}
