import { launchBrowser } from '../tools/browser.ts'

export interface Visit {
  requests: number
  bytes: number
}

/** What a first visit to a page transfers, headers included, as a real browser counts it. */
export async function firstVisit(url: string): Promise<Visit> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const visit = { requests: 0, bytes: 0 }
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      visit.requests++
      visit.bytes += encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return visit
  } finally {
    await browser.close()
  }
}
