import { type Browser, chromium } from 'playwright-core'
import { findLeanBrowser } from '../../tools/browser.ts'

/** Searches as people make them, none of which a node has ready when it is asked. */
const searches = [
  '',
  '?day=7&part=morning',
  '?how=online&when=soon',
  '?words=serenity',
  '?words=serenty',
  '?words=lantern+hope',
  '?near=Philadelphia&km=5',
  '?near=London&km=25&sort=distance',
  '?kind=holistic',
  '?language=es&how=online',
  '?type=W&near=Chicago&km=50',
  '?from=house&circle=women',
]
const rounds = 3

export interface FirstRow {
  search: string
  ms: number
}

/**
 * How long after somebody went to the finder its first meeting is painted, in Chromium with an empty cache. Each search
 * is made three times and the best counts, as in the database. In Chromium without its windows: where there is no graphics
 * card, drawing those takes 90 ms of each page, however little is on it.
 */
export async function firstRows(url: string): Promise<FirstRow[]> {
  const { path, args } = await findLeanBrowser()
  const browser = await chromium.launch({ executablePath: path, args })
  try {
    await firstRow(browser, `${url}/meetings`)
    const rows: FirstRow[] = []
    for (const search of searches) {
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < rounds; round++)
        best = Math.min(best, await firstRow(browser, `${url}/meetings${search}`))
      rows.push({ search, ms: best })
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function firstRow(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    // From the start of the navigation to the end of the first frame that has a meeting in it.
    await page.addInitScript(() => {
      const look = () => {
        const row = document.querySelector('.meeting-row')
        if (!row || row.getBoundingClientRect().height === 0) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () =>
          document.documentElement.setAttribute('data-painted', String(performance.now()))
        port2.postMessage('')
      }
      requestAnimationFrame(look)
    })
    await page.goto(url)
    await page.waitForSelector('[data-painted]', { state: 'attached' })
    return Number(await page.getAttribute('html', 'data-painted'))
  } finally {
    await context.close()
  }
}
