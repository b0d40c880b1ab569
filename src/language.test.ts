import { expect } from 'vitest'
import { unmarkedTexts } from './testing/sentences.ts'
import { type Site, type TestMember, test } from './testing/site.ts'

const pseudo = { 'accept-language': 'en-XA' }

/** Every page that links lead to, as this visitor sees it. */
async function crawl(site: Site, as?: TestMember): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = ['/', '/no-such-page']
  while (waiting.length > 0 && pages.size < 150) {
    const path = waiting.shift() ?? '/'
    if (pages.has(path)) continue
    const answer = await site.get(path, { headers: pseudo, ...(as ? { as } : {}) })
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    pages.set(path, html)
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = link.replaceAll('&amp;', '&')
      // Where to come back to and how a list is filtered make no page of another kind.
      if (!/[?&](next|zone|country|page)=|^\/(leave|assets|account\/export)/.test(next)) waiting.push(next)
    }
  }
  return pages
}

function bypassing(pages: Map<string, string>): string[] {
  return [...pages].flatMap(([path, html]) => unmarkedTexts(html).map((text) => `${path}: ${text}`))
}

test('every sentence a guest reads comes from a catalogue', async ({ site }) => {
  const pages = await crawl(site)
  expect(pages.size).toBeGreaterThan(30)
  expect(bypassing(pages)).toEqual([])
})

test('every sentence a member and operator reads comes from a catalogue', async ({ site }) => {
  const wren = await site.member('wren', { role: 'operator', lastDoseOn: '2026-11-19', showsDay: true })
  const pages = await crawl(site, wren)
  expect(pages.size).toBeGreaterThan(30)
  expect(bypassing(pages)).toEqual([])
})
