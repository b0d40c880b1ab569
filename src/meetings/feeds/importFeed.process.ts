import { endWithSite } from '../../platform/beside.ts'
import { now } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/index.ts'
import { runWaitingImport } from './import.ts'

endWithSite()

// Started beside the site by the job of the same name, with the number of the import that waits.
const {
  DATA_DIR: dataDir = 'data',
  DATABASE_URL: databaseUrl,
  FEEDS_ALLOW_PRIVATE: allowPrivate,
} = process.env
const database = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined }, { as: 'share' })
try {
  const [importId = ''] = process.argv.slice(2)
  await runWaitingImport(database.db, importId, { now: now(), allowPrivate: allowPrivate === 'yes' })
} finally {
  await database.close()
}
