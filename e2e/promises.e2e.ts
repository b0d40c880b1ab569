import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { Visitor } from '../tools/app/visitor.ts'
import { crawl } from '../tools/prove/crawl.ts'
import { patienceMs, useStage } from './browsing.ts'
import { withInventedPeople } from './dataFolder.ts'

/** Something harmless that is not ours, for the way out. */
const elsewhere = createServer((_, response) =>
  response.end('<!doctype html><title>Weather</title><p>Sunny.'),
)
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
const harmless = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
afterAll(() => elsewhere.close())

const stage = useStage({ LEAVE_TO: harmless }, withInventedPeople)

const kilobyte = 1024
// Somebody known here: who is new writes five posts a day.
const signIn = { handle: 'juniper', passphrase: 'a lamp in every window' }

test('no page makes a foreign request or sets a cookie before sign-in', async () => {
  const starts = ['/', '/groups/fit?purpose=stop']
  const { pages, foreign, cookies, faults } = await crawl(stage.browser, stage.site.url, starts, {
    isQuick: true,
  })
  expect(pages.length).toBeGreaterThan(40)
  expect({ foreign, cookies, faults }).toEqual({ foreign: [], cookies: [], faults: [] })
})

test('a first visit to the first page takes at most 40 KB and 6 requests', async () => {
  const context = await stage.browser.newContext()
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const bytes = new Map<string, number>()
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  )
  await page.goto(stage.site.url, { waitUntil: 'networkidle' })
  const total = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  expect(bytes.size).toBeLessThanOrEqual(6)
  expect(total).toBeGreaterThan(10 * kilobyte)
  expect(total).toBeLessThanOrEqual(40 * kilobyte)
  await context.close()
})

test('a topic of 20 posts is read without scripts and takes a guest at most 25 KB', async () => {
  const wren = new Visitor(stage.site.url)
  await wren.submit('/sign-in', '/sign-in', signIn)
  const list = await wren.get('/forum')
  const path = /href="(\/forum\/\d+)"/.exec(list.text)?.[1] ?? ''
  const mine = await wren.submit('/forum/new', '/forum/new', {
    title: 'Twenty letters',
    body: 'The first of twenty.',
  })
  const topic = mine.headers.location ?? path
  for (let number = 2; number <= 20; number++) {
    const body = `Letter ${number}. ${'Slept a little, walked a little, wrote a little. '.repeat(8)}`
    await wren.submit(topic, `${topic}/replies`, { body })
  }
  const guest = new Visitor(stage.site.url)
  const page = await guest.get(topic, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(page.text).toContain('Letter 20.')
  expect(page.bytes.length).toBeLessThanOrEqual(25 * kilobyte)
  wren.leave()
  guest.leave()
})

test.each([{ javaScript: true }, { javaScript: false }])(
  'leaving takes one tap and clears the session, javaScript: $javaScript',
  async ({ javaScript }) => {
    const context = await stage.browser.newContext({ javaScriptEnabled: javaScript, baseURL: stage.site.url })
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.fill('[name=handle]', signIn.handle)
    await page.fill('[name=passphrase]', signIn.passphrase)
    await page.locator('main form button.primary').first().click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect((await context.cookies()).length).toBeGreaterThan(0)
    await page.goto('/forum')
    await page.getByRole('link', { name: 'Leave this page quickly' }).click()
    await page.waitForURL(harmless)
    expect(await context.cookies(stage.site.url)).toEqual([])
    if (javaScript) {
      await page.goBack()
      expect(page.url()).not.toContain('/forum')
    }
    await context.close()
  },
)

test('pressing Escape twice leaves too', async () => {
  const context = await stage.browser.newContext({ baseURL: stage.site.url })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  await page.goto('/now')
  // A busy machine may press them more than a second apart, which does not count.
  const isGone = async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    return page.url() === harmless
  }
  await expect.poll(isGone, { timeout: patienceMs }).toBe(true)
  await context.close()
})
