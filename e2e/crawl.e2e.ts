import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import { crawl } from '../tools/prove/crawl.ts'

// An invented site that breaks every promise the crawl looks for: a crawl that finds nothing must be able to fail.
const pages: Record<string, string> = {
  '/': '<a href="/loads">a</a><a href="/stopped">b</a><a href="/cookie">c</a><a href="/fault">d</a>',
  '/loads': '<img src="http://a.example/x.png">',
  '/stopped': '<script src="https://b.example/x.js"></script>',
  '/cookie': '<form method="post" action="/form"><input name="a"></form>',
  '/fault': 'no',
  '/form': '<img src="http://c.example/x.png">',
}

const server = createServer(({ url = '/' }, answer) => {
  if (url === '/stopped') answer.setHeader('content-security-policy', "default-src 'none'")
  if (url === '/cookie') answer.setHeader('set-cookie', 'leaf=1')
  if (url === '/fault') answer.statusCode = 500
  answer.setHeader('content-type', 'text/html').end(`<!doctype html><title>x</title>${pages[url] ?? ''}`)
})
let site: string
let browser: Browser

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('the crawl finds a foreign request, one that the policy stopped, a cookie and a fault', async () => {
  const { pages: read, foreign, cookies, faults } = await crawl(browser, site, ['/'])
  expect(read).toEqual(['/', '/loads', '/stopped', '/cookie', '/form (sent)', '/fault'])
  expect(foreign).toContain('/loads asked http://a.example/x.png')
  expect(foreign).toContainEqual(expect.stringMatching(/^\/stopped was stopped: .*b\.example/))
  expect(foreign).toContain('/form (sent) asked http://c.example/x.png')
  expect(cookies[0]).toBe('/cookie')
  expect(faults).toEqual(['/fault was answered 500'])
})
