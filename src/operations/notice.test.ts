import { describe, expect } from 'vitest'
import { PageCache } from '../platform/pageCache.ts'
import { findStoredPages, putStoredPage } from '../platform/storedPages/store.ts'
import { postTopic, read } from '../testing/posting.ts'
import { type Site, test } from '../testing/site.ts'

const words = 'The site was away from 2 to 4 this morning. Nothing is lost.'

async function say(site: Site) {
  const owner = await site.member('owner', { role: 'operator' })
  const answer = await site.post('/operations/notice', { words, hours: '4' }, { as: owner })
  expect(answer.status).toBe(303)
  return owner
}

describe('a word to everybody', () => {
  test('stands on every page of guests and members at once, until its time is over', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const pages = ['/', '/forum', topic, '/help', '/now', '/guide', '/account', '/nothing-is-here']
    const show = async () => {
      const shown: boolean[] = []
      for (const as of [undefined, wren])
        for (const path of pages) {
          const answer = await site.get(path, as ? { as } : {})
          shown.push((await answer.text()).includes(words))
        }
      return new Set(shown)
    }
    expect(await show()).toEqual(new Set([false]))
    const owner = await say(site)
    expect(await show()).toEqual(new Set([true]))
    site.setNow('2026-11-22T16:00:00Z')
    expect((await read(site, '/account', wren)).includes(words)).toBe(false)
    site.setNow('2026-11-22T15:00:00Z')
    expect((await site.post('/operations/notice/end', {}, { as: owner })).status).toBe(303)
    expect(await show()).toEqual(new Set([false]))
  })

  test('ends on kept pages when its time is over, and stands on none that was drawn ahead', async ({
    site,
  }) => {
    const place = { address: '/forum/1', locale: 'en', build: 'test' }
    await putStoredPage(site.db, place, { tags: [], stamp: '0', body: Buffer.from('ahead') }, site.now())
    const stored = () => findStoredPages(site.db, [place.address], place)
    expect((await stored()).size).toBe(1)
    await say(site)
    // The database asks its own clock.
    await site.db`update site_notices set until = '2999-01-01'`
    expect((await stored()).size).toBe(0)
    await site.db`update site_notices set until = ${site.now().add({ hours: 4 })}`

    await read(site, '/guide')
    const keptAt = (time: string) =>
      site.pages.findPage(PageCache.pageKey('/guide', 'en', 'identity'), Date.parse(time))
    expect(keptAt('2026-11-22T15:59:59Z')).toBeDefined()
    expect(keptAt('2026-11-22T16:00:01Z')).toBeUndefined()
  })

  test('is kept with who said it and when, for operators alone', async ({ site }) => {
    const owner = await say(site)
    await site.post('/operations/notice', { words: 'Now all is well.', hours: '1' }, { as: owner })
    const page = await read(site, '/operations/notice', owner)
    expect(page).toContain(words)
    expect(page.split('owner').length).toBeGreaterThan(2)
    const wren = await site.member('wren')
    expect((await site.get('/operations/notice', { as: wren })).status).toBe(404)
    expect((await site.post('/operations/notice', { words, hours: '4' }, { as: wren })).status).toBe(404)
  })

  test('what is no sentence is not said, and stays in the form', async ({ site }) => {
    const owner = await site.member('owner', { role: 'operator' })
    for (const fields of [
      { words: '', hours: '4' },
      { words, hours: '5' },
      { words: 'a'.repeat(201), hours: '4' },
      { words: 'a\u202eb', hours: '4' },
    ]) {
      const answer = await site.post('/operations/notice', fields, { as: owner })
      expect(answer.status).toBe(422)
    }
    const script = { words: '<script>alert(1)</script>', hours: '1' }
    await site.post('/operations/notice', script, { as: owner })
    expect(await read(site, '/')).toContain('&lt;script>alert(1)')
  })
})
