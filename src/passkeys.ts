import { forgetPasskeys } from './account/passkeys/index.ts'
import { readConfig } from './config.ts'
import { now } from './platform/clock.ts'
import { openDatabase } from './platform/database/index.ts'

/** `npm run passkeys -- forget <handle>`: for a moderator or operator who lost theirs, beside a running site or without one. */
const [word, handle = ''] = process.argv.slice(2)
if (word !== 'forget' || handle === '') {
  console.error('npm run passkeys -- forget <handle>')
  process.exit(1)
}
const database = await openDatabase(readConfig(), { as: 'share' })
try {
  const removed = await forgetPasskeys(database.db, handle, now())
  if (removed === undefined) {
    console.error('Nobody has this handle.')
    process.exitCode = 1
  } else
    console.log(`${removed} removed. They are signed out everywhere, and can sign in with their passphrase.`)
} finally {
  await database.close()
}
