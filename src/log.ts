import { readConfig } from './config.ts'
import { checkLog, readSeen } from './moderation/index.ts'
import { openDatabase } from './platform/database/index.ts'

/**
 * `npm run log`: whether the log of moderation is what was written, beside a running site or without one. With
 * `-- --since 12:<fingerprint>` also whether it still holds the end that somebody wrote down before.
 */
const asked = process.argv.indexOf('--since')
const seen = asked < 0 ? undefined : readSeen(process.argv.slice(asked + 1).join(' '))
if (asked >= 0 && !seen) {
  console.error('After --since comes a number and its fingerprint of 64 letters, such as 12:0f3a…')
  process.exit(2)
}

const database = await openDatabase(readConfig(), { as: 'share' })
try {
  const { entries, broken, newest, holdsSeen, unlogged } = await checkLog(database.db, seen)
  if (broken !== undefined) {
    console.error(`The log of moderation was changed or cut: entry ${broken} is not what was written.`)
    process.exitCode = 1
  } else if (!holdsSeen) {
    console.error(
      `The log of moderation was cut or written anew: entry ${seen?.number} is not the one you saw.`,
    )
    process.exitCode = 1
  } else if (unlogged > 0) {
    console.error(
      `The end of the log of moderation was cut off: ${unlogged} decisions that stand are not in it.`,
    )
    process.exitCode = 1
  } else {
    console.log(`The log of moderation is whole: ${entries} entries, each with the one before it.`)
    if (newest)
      console.log(`Keep this somewhere else, to see next time that its end was not cut off:
  npm run log -- --since ${newest.number}:${newest.fingerprint}`)
  }
} finally {
  await database.close()
}
