import { endWithSite } from '../../platform/beside.ts'
import { now } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/index.ts'
import { runWaitingImport } from './import.ts'
import { pollFeed } from './poll.ts'

endWithSite()

// Started beside the site by the job of the same name: with the number of the import that waits, or of a list whose
// address is due.
const {
  DATA_DIR: dataDir = 'data',
  DATABASE_URL: databaseUrl,
  FEEDS_ALLOW_PRIVATE: allowPrivate,
} = process.env
const database = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined }, { as: 'share' })
try {
  const [what = '', id = ''] = process.argv.slice(2)
  const asked = { now: now(), allowPrivate: allowPrivate === 'yes' }
  if (what === 'poll') await pollFeed(database.db, id, asked)
  else await runWaitingImport(database.db, id, asked)
} finally {
  await database.close()
}
