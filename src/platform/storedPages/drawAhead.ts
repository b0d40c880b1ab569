import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Hono } from 'hono'
import type { Sql } from '../database/index.ts'
import type { Ahead, Env } from '../web.ts'
import { getStamp, type Place, putStoredPage, removeStoredPage } from './store.ts'

const brotli = promisify(brotliCompress)
const small = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/**
 * Draws a page as a guest would see it and stores it. Everything is read in one snapshot, the versions of its tags
 * too: a change that commits in between gives other versions, and the page is not shown.
 * @returns false when the page is not one that may be stored
 */
export async function drawAhead(
  app: Hono<Env>,
  db: Sql,
  place: Place,
  now: Temporal.Instant,
): Promise<boolean> {
  const drawn = await db.begin('isolation level repeatable read read only', async (snapshot) => {
    const ahead: Ahead = { db: snapshot, tags: undefined }
    const request = new Request(new URL(place.address, 'http://ahead.invalid'), {
      headers: { 'accept-language': place.locale, 'accept-encoding': 'identity' },
    })
    const response = await app.fetch(request, { ahead })
    if (response.status !== 200 || !ahead.tags) return undefined
    return {
      html: await response.text(),
      tags: ahead.tags,
      stamp: await getStamp(snapshot, ahead.tags),
    }
  })
  if (!drawn) {
    await removeStoredPage(db, place)
    return false
  }
  const { html, tags, stamp } = drawn
  await putStoredPage(db, place, { tags, stamp, body: await brotli(html, small) }, now)
  return true
}
