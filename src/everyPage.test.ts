import { expect } from 'vitest'
import { listRoutes, listStaticPages } from '../tools/app/routes.ts'
import { openSite, type Site, type TestMember, test } from './testing/site.ts'

/** Every page that is there without an id in its address, and one that is not there. */
async function pagesFor(site: Site, as?: TestMember): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const path of [...listStaticPages(listRoutes(site.app)), '/no-such-page']) {
    const answer = await site.get(path, as ? { as } : {})
    if (answer.headers.get('content-type')?.startsWith('text/html')) pages.set(path, await answer.text())
  }
  expect(pages.size).toBeGreaterThan(15)
  return pages
}

async function everyPage(site: Site): Promise<[string, string][]> {
  const keeper = await site.member('keeper', { role: 'operator' })
  return [...(await pagesFor(site)), ...(await pagesFor(site, keeper))]
}

test('help and the way out are one tap from every page, without a script', async ({ site }) => {
  for (const [path, html] of await everyPage(site)) {
    expect(html, path).toMatch(/<a [^>]*href="\/help"/)
    expect(html, path).toMatch(/<a [^>]*href="\/leave"/)
  }
})

test('every page says who can read it, and has one first heading', async ({ site }) => {
  for (const [path, html] of await everyPage(site)) {
    const zone = /<p class="zone">.*?<span>(.*?)<\/span>/.exec(html)?.[1]
    expect(zone, path).toMatch(
      /^(Nothing you do|Open to moderators|Kept for your account|Only those who look after|Sealed)/,
    )
    expect(html.match(/<h1[\s>]/g)?.length, path).toBe(1)
  }
})

test('every page of a demo says that it is one, and no other page does', async ({ site }) => {
  const demo = openSite(site.db, { DEMO: 'yes' })
  for (const [path, html] of await pagesFor(demo)) expect(html, path).toContain('class="demo-mark"')
  for (const [path, html] of await pagesFor(site)) expect(html, path).not.toContain('class="demo-mark"')
})
