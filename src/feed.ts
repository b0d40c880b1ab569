import { readConfig } from './config.ts'
import { runFeedCommand } from './meetings/index.ts'

// A reader that has seen enough (`| head`) must not end an import half-way.
process.stdout.on('error', () => {})

/** `npm run feed -- import <file or address>`: beside a running site or without one, on the same data. */
try {
  process.exitCode = await runFeedCommand(process.argv.slice(2), readConfig())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
