import type { Browser, BrowserContext, Page, Response } from 'playwright-core'

export interface Crawled {
  pages: string[]
  requests: number
  /** Requests to another origin, also ones that the policy stopped, and elements that would make one. */
  foreign: string[]
  /** Pages after which the browser held a cookie. */
  cookies: string[]
  /** Pages that were answered with a fault. */
  faults: string[]
}

// Lists lead to hundreds of pages of the same shape; a few of each shape say the same.
const pagesOfOneShape = { guest: 8, few: 3 }

interface Walk {
  context: BrowserContext
  page: Page
  site: string
  crawled: Crawled
  /** Where forms lead that were sent already; undefined when none is to be sent. */
  sent: Set<string> | undefined
}

/**
 * Reads every page that can be reached from these, in a real browser, as a visitor with this cookie or none.
 * A guest also sends every form once as it stands: the pages behind them have no address of their own.
 * @param isQuick fewer pages of one shape, and no service worker, which would fetch all kept pages beside the walk
 */
export async function crawl(
  browser: Browser,
  site: string,
  starts: string[],
  { cookie, isQuick = false }: { cookie?: string; isQuick?: boolean } = {},
): Promise<Crawled> {
  const context = await browser.newContext({ serviceWorkers: isQuick ? 'block' : 'allow' })
  if (cookie) await context.addCookies([{ name: 'newleaf', value: cookie, url: site }])
  const crawled: Crawled = { pages: [], requests: 0, foreign: [], cookies: [], faults: [] }
  // A busy machine is no fault.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const walk: Walk = { context, page, site, crawled, sent: cookie ? undefined : new Set() }
  await watch(walk)
  const shapes = new Map<string, number>()
  const most = cookie || isQuick ? pagesOfOneShape.few : pagesOfOneShape.guest
  const queue = [...starts]
  const seen = new Set(queue)
  try {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const shape = shapeOf(path)
      const visits = shapes.get(shape) ?? 0
      if (visits >= most || neverFollowed.test(path)) continue
      shapes.set(shape, visits + 1)
      const links = await visit(walk, path)
      for (const link of links) if (!seen.has(link) && seen.add(link)) queue.push(link)
    }
  } finally {
    await context.close()
  }
  return crawled
}

// Streams never finish, downloads are no pages, and leaving ends the session.
// Pages of a journal that is not there lead to its beginning by themselves, in the middle of being looked at; its own
// journey watches them.
const neverFollowed =
  /\/live\b|\.(?:ics|json|csv)\b|\/export\b|\/sign-out|\/leave|^\/journal(?:$|\/(?!begin|open|devices|paper|what-we-hold))/

async function watch({ context, page, site, crawled }: Walk): Promise<void> {
  context.on('request', (request) => {
    crawled.requests++
    if (!isOwn(request.url(), site)) crawled.foreign.push(`${crawled.pages.at(-1)} asked ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text()))
      crawled.foreign.push(`${crawled.pages.at(-1)} was stopped: ${message.text().slice(0, 200)}`)
  })
  await context.route(
    (url) => !isOwn(url.href, site),
    (route) => route.abort(),
  )
}

async function visit(walk: Walk, path: string): Promise<string[]> {
  const { page, site, crawled, sent } = walk
  crawled.pages.push(path)
  const answer = await page.goto(new URL(path, site).href, { waitUntil: 'load' })
  const { links, forms } = await look(walk, path, answer)
  const found = [...links]
  for (const action of forms) {
    const address = new URL(action).pathname
    if (!sent || sent.has(shapeOf(address)) || neverFollowed.test(address)) continue
    sent.add(shapeOf(address))
    const behind = `${address} (sent)`
    crawled.pages.push(behind)
    await page.goto(new URL(path, site).href, { waitUntil: 'load' })
    const arrived = page.waitForNavigation({ waitUntil: 'load' })
    await page.evaluate(sendForm, action)
    found.push(...(await look(walk, behind, await arrived)).links)
  }
  return found
    .filter((address) => isOwn(address, site) && address.startsWith('http'))
    .map((address) => new URL(address))
    .map((url) => url.pathname + url.search)
}

async function look(
  { page, context, site, crawled }: Walk,
  path: string,
  answer: Response | null,
): Promise<{ links: string[]; forms: string[] }> {
  if ((answer?.status() ?? 0) >= 500) crawled.faults.push(`${path} was answered ${answer?.status()}`)
  if ((await context.cookies()).length > 0) crawled.cookies.push(path)
  const { links, loads, forms } = await page.evaluate(readAddresses)
  for (const address of loads)
    if (!isOwn(address, site)) crawled.foreign.push(`${path} has an element that would ask ${address}`)
  return { links, forms }
}

/** Runs in the page: sends the form that posts there as it stands, past the browser's own checks. */
function sendForm(action: string): void {
  const form = [...document.querySelectorAll('form')].find(
    (one) => one.method === 'post' && one.action === action,
  )
  // After this function has returned: the page that called it goes away.
  setTimeout(() => form?.submit())
}

/** Runs in the page: where its links lead, and what its elements load or send to. */
function readAddresses(): { links: string[]; loads: string[]; forms: string[] } {
  const read = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => String(Reflect.get(element, name) ?? ''))
  const sets = [...document.querySelectorAll('[srcset]')].flatMap((element) =>
    (element.getAttribute('srcset') ?? '').split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
  )
  const loads = [
    ...read('[src]', 'src'),
    ...read('link[href]', 'href'),
    ...read('form', 'action'),
    ...read('object', 'data'),
    ...sets,
  ]
  return {
    links: read('a[href]', 'href'),
    loads: loads.filter((address) => /^https?:|^wss?:/.test(address)),
    forms: read('form[method=post]', 'action'),
  }
}

function isOwn(address: string, site: string): boolean {
  return address.startsWith(`${site}/`) || address === site || /^(?:about|blob|data):/.test(address)
}

/** `/forum/:n?page` for `/forum/12?page=2`: a page and its siblings. */
function shapeOf(path: string): string {
  const url = new URL(path, 'http://site')
  const parts = url.pathname.replace(/\d+/g, ':n').split('/')
  const parent = parts.slice(0, -1).join('/')
  const keys = [...url.searchParams.keys()].sort().join('&')
  // Articles and groups have names instead of numbers: all below one parent count as one shape, unless few.
  return `${parts.length > 2 ? `${parent}/*` : url.pathname}?${keys}`
}
