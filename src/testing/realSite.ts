import { openLog } from '../platform/log.ts'
import { openTestDatabase } from './database.ts'
import { openSite, type Site } from './site.ts'

/** For what depends on commits, on several connections at once: written for good and cleared up afterwards. */
export async function onRealSite(work: (site: Site) => Promise<void>): Promise<void> {
  const db = await openTestDatabase()
  const searchDb = await openTestDatabase(2)
  const site = openSite(db, {}, searchDb)
  await site.live.open(db, site.pages, openLog('error'))
  try {
    await work(site)
  } finally {
    await site.live.close()
    // Not emptied as whole tables: the open spaces came with the house and stay.
    for (const table of ['topics', 'members', 'groups']) await db`delete from ${db(table)}`
    // The log of moderation stays whatever anybody does, except here.
    await db`alter table moderation_log disable trigger all`
    await db`delete from moderation_log`
    await db`alter table moderation_log enable trigger all`
    // A line that was cut on purpose is never done with what it was asked.
    await Promise.all([db.end({ timeout: 1 }), searchDb.end({ timeout: 1 })])
  }
}
