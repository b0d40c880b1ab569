import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Sql } from '../platform/database/index.ts'
import { StoredPages } from '../platform/storedPages/index.ts'
import { postReply, postTopic } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { Site } from '../testing/site.ts'
import { drawnAhead, forumJobs } from './jobs.ts'

/** Draws everything that may be drawn ahead, and looks a page up as another node would. */
function ahead(site: Site) {
  const stored = new StoredPages(site.db as Sql, site.pages, drawnAhead, 'this build')
  const [job] = forumJobs
  const { db, config, now } = site
  return {
    stop: () => stored.stop(),
    draw: async () => {
      site.setNow(now().add({ minutes: 5 }).toString())
      const drawAhead = (addresses: string[]) => stored.draw(site.app, addresses, now)
      await job?.run(
        { db: db as Sql, config, now: now(), log: undefined as never, send: async () => {}, drawAhead },
        {},
      )
    },
    find: async (path: string) => {
      const page = stored.covers(path, 'en') ? await stored.find(path, `br en ${path}`) : undefined
      return page && brotliDecompressSync(page.body).toString()
    },
  }
}

describe('a page of a topic that was drawn ahead', () => {
  test('is the page that a guest gets, until somebody answers', () =>
    onRealSite(async (site) => {
      const { draw, find } = ahead(site)
      const wren = await site.member('wren')
      const path = await postTopic(site, wren)
      expect(await find(path)).toBeUndefined()
      await draw()
      expect(await find(path)).toBe(await (await site.get(path)).text())

      await postReply(site, wren, path, 'One day, then the next.')
      expect(await find(path)).toBeUndefined()
      await draw()
      expect(await find(path)).toContain('One day, then the next.')
    }))

  test('is gone when its writer no longer shows their day, and when they are forgotten', () =>
    onRealSite(async (site) => {
      const { draw, find } = ahead(site)
      const wren = await site.member('wren', { lastDoseOn: '2026-11-18', showsDay: true })
      const path = await postTopic(site, wren)
      await draw()
      expect(await find(path)).toContain('day 4')
      await site.post('/account', { zone: 'UTC', lastDoseOn: '2026-11-18' }, { as: wren })
      expect(await find(path)).toBeUndefined()
      await draw()
      expect(await find(path)).not.toContain('day 4')
    }))

  test('is not stored when its words were removed', () =>
    onRealSite(async (site) => {
      const { draw, find } = ahead(site)
      const wren = await site.member('wren')
      const path = await postTopic(site, wren)
      await draw()
      await site.post(`${path}/remove`, {}, { as: wren })
      expect(await find(path)).toBeUndefined()
      // The way through all topics ends here, and begins again.
      await draw()
      expect(await find(path)).toBeUndefined()
      expect(await site.db`select from stored_pages where address = ${path}`).toHaveLength(0)
    }))

  test('is not waited for by a site that stops', () =>
    onRealSite(async (site) => {
      const { draw, find, stop } = ahead(site)
      const path = await postTopic(site, await site.member('wren'))
      stop()
      await draw()
      expect(await find(path)).toBeUndefined()
    }))

  test('stands at its plain address only', () => {
    for (const path of ['/forum/12', '/forum/12?page=3']) expect(path).toMatch(drawnAhead)
    for (const path of ['/forum', '/forum/new', '/forum/12?zone=Asia/Tokyo', '/forum/012', '/forum/12/live'])
      expect(path).not.toMatch(drawnAhead)
  })
})
