import { spawn } from 'node:child_process'
import type { Config } from './config.ts'

/**
 * Runs one of our programs (`<name>.process.ts`, as the build wrote it) in a process of its own, on the same
 * database, and waits for its end: work that needs much memory for a moment gives all of it back, and the site's own
 * heap can stay small. The program calls `endWithSite` first.
 * Throws when it ends with anything but 0.
 */
export async function runBeside(name: string, config: Config, words: string[] = []): Promise<void> {
  const child = spawn(process.execPath, [`dist/server/${name}.process.js`, ...words], {
    // The last is a wire that breaks when this process ends, in whatever way.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATA_DIR: config.dataDir,
      DATABASE_URL: config.databaseUrl ?? '',
      FEEDS_ALLOW_PRIVATE: config.feedsAllowPrivate ? 'yes' : 'no',
    },
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('exit', resolve).on('error', reject)
  })
  if (code !== 0) throw new Error(`${name} ended with ${code}.`)
}

/** Ends this process when the site that started it is gone, so that the next start finds nobody at its work. */
export function endWithSite(): void {
  if (process.connected === false) process.exit(1)
  process.on('disconnect', () => process.exit(1))
  // The wire alone is no reason to stay.
  process.channel?.unref()
}
