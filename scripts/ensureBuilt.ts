import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { sourceHash, stampFile } from './stamp.ts'

/** Builds when the sources changed since the last build: in a process of its own, whose memory ends with it. */
export function ensureBuilt(): void {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash()) return
  if (!existsSync('node_modules/vite')) {
    console.error('This copy is not built, and what builds it is not installed. Run: npm ci --include=dev')
    process.exit(1)
  }
  console.log('Building…')
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('The build failed; what is above says why.')
    process.exit(1)
  }
}
