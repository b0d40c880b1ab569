import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'

/** Holds the hash of the sources that `dist/` was built from. */
export const stampFile = 'dist/stamp'

/** A hash over everything that a build reads: when it is that of the last build, there is nothing to do. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  const files = globSync([
    'src/**/*.*',
    'messages/en/*.json',
    'demo/*.ts',
    'scripts/build.ts',
    'package-lock.json',
  ])
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort())
    hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}
