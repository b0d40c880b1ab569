import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './browsing.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing on the page that axe finds against WCAG 2.2 AA. */
export async function expectAccessible({ page }: Person, javaScript: boolean): Promise<void> {
  await page.waitForLoadState('load')
  const found = javaScript ? await judge(page) : await withScripts(page, () => judge(page))
  expect(found, `axe on ${page.url()}`).toEqual([])
}

async function judge(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(source)
  return await page.evaluate(runAxe, rules)
}

type Axe = typeof import('axe-core')

/** Runs in the page. */
async function runAxe(tags: string[]): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe }
  // Only what is wrong is described: describing all that is right takes longer than finding it.
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' | ')}`,
  )
}

const switches = new WeakMap<Page, CDPSession>()

/** axe itself is a script: it is allowed to run in a page that was read, and stays, without its own. */
async function withScripts<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const session = switches.get(page) ?? (await page.context().newCDPSession(page))
  switches.set(page, session)
  const disable = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value })
  // A session passes on only what is new to it.
  await disable(true)
  await disable(false)
  try {
    return await work()
  } finally {
    await disable(true)
  }
}
