import { openLog } from '../platform/log.ts'
import { openTestDatabase } from './database.ts'
import { openSite, type Site } from './site.ts'

/** For what depends on commits, on several connections at once: written for good and cleared up afterwards. */
export async function onRealSite(work: (site: Site) => Promise<void>): Promise<void> {
  const db = await openTestDatabase()
  const site = openSite(db)
  await site.live.open(db, site.pages, openLog('error'))
  try {
    await work(site)
  } finally {
    await site.live.close()
    await db`truncate members, topics, groups restart identity cascade`
    await db.end()
  }
}
