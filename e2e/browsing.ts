import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
