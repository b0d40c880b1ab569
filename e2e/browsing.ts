import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Site, startSite } from '../tools/app/startSite.ts'
import { launchBrowser } from '../tools/browser.ts'
import { afterFirstStart } from './dataFolder.ts'

/** So long may a busy machine take for what is soon on a quiet one: it judges no speed, it ends what would never come. */
export const patienceMs = 90_000

export interface Stage {
  site: Site
  browser: Browser
  /** What pages asked of other sites. */
  foreign: string[]
}

/**
 * A running site and a browser, for the tests of one file. Every request to another site fails them.
 * @param prepare fills the data folder before the site starts
 */
export function useStage(
  settings: Record<string, string> = {},
  prepare: (dataDir: string) => void = afterFirstStart,
): Stage {
  const stage = { foreign: [] as string[] } as Stage
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
    expect(stage.foreign).toEqual([])
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
  /** The same with something that is found by other means. */
  follow(target: Locator): Promise<void>
}

interface As {
  javaScript: boolean
  zone?: string
  width?: number
}

/** Somebody with a browser of their own. */
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
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.site.url)) stage.foreign.push(`${page.url()} asked ${request.url()}`)
  })
  const follow = async (target: Locator) => {
    await target.waitFor()
    const before = await documentOf(page)
    await target.click()
    await expect.poll(() => hasLoadedAfter(page, before), { timeout: patienceMs, interval: 25 }).toBe(true)
  }
  return {
    page,
    context,
    open: async (path) => {
      await page.goto(path)
    },
    press: (name) => follow(page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()),
    follow,
  }
}

/** No two documents of a page began at the same moment. */
function documentOf(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin)
}

async function hasLoadedAfter(page: Page, before: number): Promise<boolean> {
  try {
    return (
      (await documentOf(page)) !== before && (await page.evaluate(() => document.readyState === 'complete'))
    )
  } catch {
    // Asked just while one document gave way to the next.
    return false
  }
}

/**
 * One of these zones in which it is daytime now, so that no midnight falls into a test.
 * Where people live who are a third of the world apart, one of three always has it.
 */
export function zoneInDaytime(zones = ['America/New_York', 'Europe/Berlin', 'Asia/Tokyo']): string {
  const hourIn = (zone: string) => Temporal.Now.zonedDateTimeISO(zone).hour
  const found = zones.find((zone) => hourIn(zone) >= 8 && hourIn(zone) < 20)
  if (!found) throw new Error(`It is night in all of ${zones.join(', ')}.`)
  return found
}
