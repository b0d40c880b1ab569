import { setTimeout } from 'node:timers/promises'
import type { Hono } from 'hono'
import { Rounds, type Sql } from '../database/index.ts'
import type { KeptPage, PageCache } from '../pageCache.ts'
import { siteNoticeTag } from '../siteNotice/store.ts'
import type { Env } from '../web.ts'
import { drawAhead } from './drawAhead.ts'
import { findStoredPages, listUndrawn, type Place, type StoredPage } from './store.ts'

const language = 'en'
const betweenMs = 5

/**
 * Pages for guests that are drawn ahead and kept in the database, compressed: the memory of a node holds a few
 * hundred, a crawler reads each of fifty thousand once.
 */
export class StoredPages {
  private readonly lookups: Rounds<string, StoredPage | undefined>
  private isStopped = false

  /**
   * @param addresses which pages are looked up here
   * @param build another build, or other settings that show on pages, draws everything anew
   */
  constructor(
    private readonly db: Sql,
    private readonly pages: PageCache,
    private readonly addresses: RegExp,
    private readonly build: string,
  ) {
    this.lookups = new Rounds(async (asked) => {
      const found = await findStoredPages(db, [...new Set(asked)], { locale: language, build })
      return asked.map((address) => found.get(address))
    })
  }

  covers(address: string, locale: string): boolean {
    return locale === language && this.addresses.test(address)
  }

  /** The page as the cache in memory keeps it; it is put there too, until something that it shows changes. */
  async find(address: string, keptAs: string): Promise<KeptPage | undefined> {
    const ticket = this.pages.ticket([])
    const stored = await this.lookups.do(address)
    if (!stored) return undefined
    const { tags, body } = stored
    const page: KeptPage = { headers: headersOf(body), body, encoding: 'br', reads: 0 }
    this.pages.keepPage(keptAs, { ...ticket, tags: [...tags, siteNoticeTag] }, page)
    return page
  }

  /** Draws those of these pages that are missing or no longer true, one after the other. */
  async draw(app: Hono<Env>, addresses: string[], now: () => Temporal.Instant): Promise<void> {
    const undrawn = await listUndrawn(this.db, addresses, { locale: language, build: this.build })
    for (const address of undrawn) {
      if (this.isStopped) return
      await drawAhead(app, this.db, this.place(address), now())
      // People go first.
      await setTimeout(betweenMs)
    }
  }

  /** What is still to be drawn is drawn after the next start: a site that stops does not wait for it. */
  stop(): void {
    this.isStopped = true
  }

  private place(address: string): Place {
    return { address, locale: language, build: this.build }
  }
}

function headersOf(body: Buffer): string[] {
  return [
    'content-type',
    'text/html; charset=utf-8',
    'content-length',
    String(body.length),
    'vary',
    'accept-encoding, accept-language, cookie',
    'cache-control',
    'private, no-cache',
    'content-encoding',
    'br',
  ]
}
