import type { Browser } from 'playwright-core'
import { seed } from '../../bench/seed/index.ts'
import { listStaticPages, routesOfSite } from '../app/routes.ts'
import { type Site, startSite } from '../app/startSite.ts'
import { Visitor } from '../app/visitor.ts'
import { launchBrowser } from '../browser.ts'
import { type Crawled, crawl } from './crawl.ts'
import type { Proof } from './promise.ts'
import { proveNoFault } from './randomInput.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'

type Tell = (name: string, proof: Proof) => void

/** The promises that one running site with some life in it is enough for. */
export async function proveOnOneSite(tell: Tell): Promise<void> {
  await inTemporaryFolder(async (dataDir) => {
    const { members } = await seed(dataDir, { members: 4, topics: 6, posts: 25, meetings: 40 })
    const [operator, member] = members
    if (!operator || !member) throw new Error('Nobody was seeded.')
    const site = await startSite(dataDir)
    try {
      await tellOfCrawl(site, { operator: operator.token, member: member.token }, tell)
      tell(
        'no 5xx on random input',
        await proveNoFault(site, {
          'a guest': new Visitor(site.url),
          'a member': signedIn(site, member.token),
          'an operator': signedIn(site, operator.token),
        }),
      )
    } finally {
      await site.stop()
    }
  })
}

function signedIn(site: Site, token: string): Visitor {
  const visitor = new Visitor(site.url)
  visitor.cookies.set('newleaf', token)
  return visitor
}

async function tellOfCrawl(
  site: Site,
  cookies: { operator: string; member: string },
  tell: Tell,
): Promise<void> {
  const starts = listStaticPages(await routesOfSite())
  const browser: Browser = await launchBrowser()
  try {
    const guest = await crawl(browser, site.url, starts)
    const member = await crawl(browser, site.url, starts, { cookie: cookies.member })
    const operator = await crawl(browser, site.url, starts, { cookie: cookies.operator })
    const all = [guest, member, operator]
    const sum = (count: (one: Crawled) => number) => all.reduce((total, one) => total + count(one), 0)
    const foreign = all.flatMap((one) => one.foreign)
    const faults = all.flatMap((one) => one.faults)
    tell('no foreign request', {
      figure: `${foreign.length} foreign of ${sum((one) => one.requests)} requests on ${sum((one) => one.pages.length)} pages`,
      broken: [...foreign, ...faults],
    })
    tell('no cookie before sign-in', {
      figure: `${guest.cookies.length} cookies on ${guest.pages.length} pages`,
      broken: guest.cookies.map((path) => `After ${path} the browser holds a cookie.`),
    })
  } finally {
    await browser.close()
  }
}
