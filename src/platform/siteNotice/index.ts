import type { MiddlewareHandler } from 'hono'
import type { Env } from '../web.ts'
import { findSiteNotice, siteNoticeTag } from './store.ts'

export {
  endSiteNotice,
  eraseSaid,
  exportSaid,
  listSiteNotices,
  type PastNotice,
  setSiteNotice,
} from './store.ts'

const aboutBytes = 500

/**
 * Puts what the operator says to everybody into `c.var`, for every page to show. Remembered: it costs no query. A page
 * that is drawn ahead is drawn without it, and not given out while there is one.
 */
export const readSiteNotice: MiddlewareHandler<Env> = async (c, next) => {
  const { db, now, cache } = c.var
  if (!c.env?.ahead) {
    const { notice } = await cache
      .remember(
        siteNoticeTag,
        [siteNoticeTag],
        async () => ({ notice: await findSiteNotice(db, now) }),
        () => aboutBytes,
      )
      // Without a database there are other things to say.
      .catch(() => ({ notice: undefined }))
    if (notice && Temporal.Instant.compare(notice.until, now) > 0) c.set('siteNotice', notice)
  }
  await next()
}
