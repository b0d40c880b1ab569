import { endWithSite } from '../../platform/beside.ts'
import { openDatabase } from '../../platform/database/index.ts'
import { loadPlaces } from './towns.ts'

endWithSite()

// The site keeps its own memory: whoever starts this hands over where the database is, and waits for the end.
const { DATA_DIR: dataDir = 'data', DATABASE_URL: databaseUrl } = process.env
const database = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined }, { as: 'share' })
try {
  await loadPlaces(database.db)
} finally {
  await database.close()
}
