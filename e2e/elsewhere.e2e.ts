import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, patienceMs, useStage } from './browsing.ts'
import { withFeed } from './dataFolder.ts'

const stage = useStage({}, withFeed)

/** The site of somebody who shows our meetings, on an address of its own. */
let other: Server
let otherUrl = ''

beforeAll(async () => {
  other = createServer((request, response) => {
    const frame = request.url?.startsWith('/whole')
      ? '/meetings'
      : '/feeds/embed?zone=America/New_York&limit=5'
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Our town</title><h1>Our town</h1>
      <iframe title="Meetings" src="${stage.site.url}${frame}" width="340" height="600"></iframe>
      <pre id="read"></pre><script>
        fetch('${stage.site.url}/feeds/meetings.json').then((answer) => answer.json())
          .then((list) => { document.getElementById('read').textContent = list.length + ' meetings' })
      </script>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  // Another name for the same machine is another site to a browser.
  otherUrl = `http://localhost:${(other.address() as AddressInfo).port}`
})

afterAll(() => {
  other.close()
})

for (const javaScript of [true, false])
  test(`another site shows our meetings in a frame, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const context = await stage.browser.newContext({
      javaScriptEnabled: javaScript,
      viewport: { width: 360, height: 740 },
    })
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    await page.goto(otherUrl)
    const list = page.frameLocator('iframe')
    await list.locator('.embed-list > li').nth(4).waitFor()
    expect(await list.locator('.embed-list > li').count()).toBe(5)
    if (javaScript) await page.getByText(/^\d+ meetings$/).waitFor()
    expect(await context.cookies()).toEqual([])
    await list.locator('.embed-name a').first().click()
    await page.waitForURL(`${stage.site.url}/meetings/*`)
    expect(await page.locator('h1').count()).toBe(1)
    await context.close()
  })

test('no other page of ours stands in a frame', async () => {
  const context = await stage.browser.newContext()
  const page = await context.newPage()
  await page.goto(`${otherUrl}/whole`)
  expect(await page.frameLocator('iframe').locator('#main').count()).toBe(0)
  await context.close()
})

for (const javaScript of [true, false])
  test(`somebody finds the addresses for a calendar, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const person = await newPerson(stage, { javaScript })
    await person.open('/feeds?how=in_person')
    await expectAccessible(person, javaScript)
    expect(
      await person.page.getByRole('link', { name: 'Open in your calendar' }).getAttribute('href'),
    ).toContain('/feeds/meetings.ics?how=in_person')
    await person.open('/feeds/embed')
    await expectAccessible(person, javaScript)
    await person.context.close()
  })
