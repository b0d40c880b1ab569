import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Site, startSite } from '../tools/app/startSite.ts'
import { launchBrowser } from '../tools/browser.ts'
import { afterFirstStart } from './dataFolder.ts'

export interface Stage {
  site: Site
  browser: Browser
}

/**
 * A running site and a browser, for the tests of one file.
 * @param prepare fills the data folder before the site starts
 */
export function useStage(
  settings: Record<string, string> = {},
  prepare: (dataDir: string) => void = afterFirstStart,
): Stage {
  const stage = {} as Stage
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-journey-'))
  beforeAll(async () => {
    prepare(folder)
    stage.site = await startSite(folder, { LOG_LEVEL: 'warn', HOLD_FIRST_POSTS: 'no', ...settings })
    stage.browser = await launchBrowser()
  })
  afterAll(async () => {
    await stage.browser?.close()
    const code = await stage.site?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(code).toBe(0)
  })
  return stage
}

export interface Person {
  page: Page
  context: BrowserContext
  /** Goes to an address of the site. */
  open(path: string): Promise<void>
  /** Presses what reads so, and waits for the page that comes. */
  press(name: string | RegExp): Promise<void>
}

interface As {
  javaScript: boolean
  zone?: string
  width?: number
}

/** Somebody with a browser of their own. Every request to another site fails the test. */
export async function newPerson(
  stage: Stage,
  { javaScript, zone = 'America/New_York', width = 360 }: As,
): Promise<Person> {
  const context = await stage.browser.newContext({
    javaScriptEnabled: javaScript,
    timezoneId: zone,
    locale: 'en-US',
    viewport: { width, height: 740 },
    baseURL: stage.site.url,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.site.url))
      throw new Error(`A request to another site: ${request.url()}`)
  })
  return {
    page,
    context,
    open: async (path) => {
      await page.goto(path)
    },
    press: async (name) => {
      const target = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
      await Promise.all([page.waitForLoadState('load'), target.click()])
    },
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing on the page that axe finds against WCAG 2.2 AA. */
export async function expectAccessible(person: Person, javaScript: boolean): Promise<void> {
  // axe itself is a script: a page read without scripts is judged in a browser that has them.
  const page = javaScript ? person.page : await twinOf(person)
  // Only what is wrong is described: describing all that is right takes longer than finding it.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules)
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
}

const twins = new WeakMap<BrowserContext, Page>()

/** The same HTML with the same styles, in a browser with scripts that runs none of the page's own. */
async function twinOf({ page, context }: Person): Promise<Page> {
  const html = (await page.content()).replace(/<script\b[^>]*><\/script>/g, '')
  const browser = context.browser()
  if (!browser) throw new Error('The browser is gone.')
  const copy =
    twins.get(context) ?? (await (await browser.newContext({ viewport: page.viewportSize() })).newPage())
  if (!twins.has(context)) {
    twins.set(context, copy)
    context.once('close', () => {
      // It may be gone already, with the whole browser.
      copy
        .context()
        .close()
        .catch(() => {})
    })
  }
  await copy.unrouteAll()
  const address = page.url()
  await copy.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await copy.goto(address)
  return copy
}
