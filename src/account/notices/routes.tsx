import type { Hono } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { type Env, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { forgetMember } from '../index.ts'
import type { NoticeKinds } from './kinds.ts'
import { listNotices, markRead } from './store.ts'
import { NoticesPage } from './views.tsx'

const shownAtOnce = 100

/** @param kinds the sentences of every slice */
export function notices(kinds: NoticeKinds): Hono<Env> {
  const pages = slice()

  // Seen is read: somebody who looked need not tidy up as well.
  pages.get('/', async (c) => {
    const { db, now, locale } = c.var
    const member = requireMember(c)
    const listed = await listNotices(db, member.id, now, shownAtOnce)
    const unread = listed.filter(({ readAt }) => !readAt).map(({ id }) => id)
    if (unread.length > 0) {
      await transaction(db, (tx) => markRead(tx, member.id, unread, now))
      forgetMember(member.id)
    }
    const said = listed.flatMap((notice) => {
      // A kind that no slice knows any more has nothing to say.
      const sentence = kinds[notice.kind]?.(notice.words, locale)
      return sentence === undefined ? [] : [{ ...notice, sentence }]
    })
    return c.var.page(<NoticesPage notices={said} zone={zoneOf(c)} />)
  })

  return pages
}
