import { readConfig } from './config.ts'
import { checkLog } from './moderation/index.ts'
import { openDatabase } from './platform/database/index.ts'

/** `npm run log`: whether the log of moderation is what was written, beside a running site or without one. */
const database = await openDatabase(readConfig(), { as: 'share' })
try {
  const { entries, broken } = await checkLog(database.db)
  if (broken === undefined)
    console.log(`The log of moderation is whole: ${entries} entries, each with the one before it.`)
  else {
    console.error(`The log of moderation was changed or cut: entry ${broken} is not what was written.`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
