import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beginJournal, callWorker, reachWorkers } from '../tools/app/sealedJournal.ts'
import { startSite } from '../tools/app/startSite.ts'
import { launchBrowser } from '../tools/browser.ts'
import { weigh } from '../tools/check/islandBudget.ts'
import { readProject } from '../tools/check/project.ts'
import { inTemporaryFolder } from '../tools/prove/temporaryFolder.ts'
import { goal } from './report.ts'

const records = 1100
const slower = 4
const rounds = 7
const kilobyte = 1024

/** A year of entries, as many people write them: mostly check-ins, with all ten symptoms. */
const year = Array.from({ length: records }, (_, index) => {
  const day = new Date(Date.UTC(2025, 10, 22) + Math.floor(index / 3) * 86_400_000).toISOString().slice(0, 10)
  const at = `${day}T${['08:00', '14:30', '22:10'][index % 3]}`
  const level = (step: number) => (index + step) % 5
  if (index % 3 === 1)
    return {
      type: 'craving',
      fields: {
        at,
        strength: index % 11,
        place: 'home',
        trigger: ['the shop', 'payday', 'an argument'][index % 4] ?? null,
        helped: ['walk-20-minutes'],
        minutes: 20,
        used: false,
        note: '',
      },
    }
  if (index % 7 === 2)
    return {
      type: 'ease',
      fields: { at, technique: 'body-scan', symptom: 'aches', before: level(3), after: level(1) },
    }
  const symptoms = [
    'cravings',
    'restlessness',
    'irritability',
    'insomnia',
    'nausea',
    'aches',
    'anxiety',
    'low_mood',
  ]
  return {
    type: 'checkin',
    fields: {
      at,
      levels: Object.fromEntries(symptoms.map((symptom, step) => [symptom, level(step)])),
      signs: [],
      mood: index % 11,
      bed: '23:10',
      asleep: '00:20',
      awakeMinutes: 30,
      up: '07:00',
      note: 'It was a long day. I walked to the river, and slept a little better than the night before.',
    },
  }
})

/** What the journal promises about speed, on a phone: a processor four times slower than this one. */
export async function benchJournal(): Promise<void> {
  const browser = await launchBrowser()
  try {
    await inTemporaryFolder(async (folder) => {
      const site = await startSite(join(folder, 'data'), { LOG_LEVEL: 'warn' })
      try {
        console.log(`${await report(browser, site.url)}\n`)
      } finally {
        await site.stop()
      }
    })
  } finally {
    await browser.close()
  }
}

async function report(browser: Browser, baseURL: string): Promise<string> {
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } })
  const page = await filled(context)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await watchDrawing(page)
  const drawn = async (path: string, sign: string) =>
    middle(await repeated(() => timeUntil(page, path, sign)))
  const lines = [
    goal(
      'first page of the journal, 1,100 records opened and drawn',
      await drawn('/journal', '[data-entries] li'),
      'ms',
      800,
      0,
    ),
    goal('all entries, the same', await drawn('/journal/entries', '[data-entries] li'), 'ms', 800, 0),
    goal('own picture, the same', await drawn('/journal/picture', '[data-figure="hours"] svg'), 'ms', 800, 0),
  ]
  // What this machine takes for a page with nothing of the journal on it, in the same minute: a busy one is slow at all.
  const bare = middle(await repeated(() => firstPaint(page, '/rules')))
  lines.push(`| for comparison: first paint of the rules, from the server | ${bare.toFixed(0)} ms | |`)
  await context.setOffline(true)
  const paint = middle(await repeated(() => firstPaint(page, '/now')))
  lines.push(goal('night page, first paint without a line', paint, 'ms', 300, 0))
  await context.close()
  lines.push(
    goal('night page, what it runs', weighPage('toolkit/guided', 'journal/ease/now') / kilobyte, 'KB', 15, 1),
  )
  lines.push(goal('journal, what all its pages run', weighJournal() / kilobyte, 'KB', 90, 1))
  return [
    `| journal, processor ${slower} times slower, middle of ${rounds} | figure | goal |`,
    '|---|---:|---|',
    ...lines,
  ].join('\n')
}

/** A browser with a journal of a year, and with the pages kept on the device. */
async function filled(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await reachWorkers(context)
  await beginJournal(page)
  await callWorker(page, 'put', {
    type: 'settings',
    fields: { product: 'leaf', aim: 'stop', lastOn: '2025-11-22' },
  })
  for (let from = 0; from < records; from += 100)
    await callWorker(page, 'putAll', year.slice(from, from + 100))
  await page.goto('/journal')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.goto('/journal')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}

/** Notes when each sign was first in sight, in milliseconds since the page was asked for. */
async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    const look = () => {
      for (const sign of ['[data-entries] li', '[data-figure="hours"] svg'])
        if (!(sign in seen) && document.querySelector(sign)?.getClientRects().length)
          seen[sign] = performance.now()
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

async function timeUntil(page: Page, path: string, sign: string): Promise<number> {
  await page.goto(path)
  const found = await page.waitForFunction(
    (name) => (window as unknown as { seen: Record<string, number> }).seen[name],
    sign,
  )
  return Number(await found.jsonValue())
}

async function firstPaint(page: Page, path: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(path)
  const found = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  return Number(await found.jsonValue())
}

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  for (let round = 0; round <= rounds; round++) found.push(await measure())
  // The first warms up.
  return found.slice(1)
}

const middle = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Everything that a page runs, compressed, with what is on every page. */
function weighPage(...islands: string[]): number {
  const { weighAll, built } = scales()
  const names = ['design/leave', 'offline/register', ...islands].map((name) => `island/${name}`)
  return weighAll(names.map((name) => built[name] ?? ''))
}

function weighJournal(): number {
  const { weighAll, built } = scales()
  const all = Object.keys(built).filter((name) => /^(?:island|worker)\/journal\//.test(name))
  return weighAll(all.map((name) => built[name] ?? ''))
}

function scales() {
  const project = readProject('.')
  const built = JSON.parse(project.files.get('dist/assets/names.json') ?? '{}') as Record<string, string>
  const weighAll = (files: string[]) => {
    const seen = new Set<string>()
    return files.reduce((sum, file) => sum + weigh(project, `dist/assets/${file}`, seen), 0)
  }
  return { weighAll, built }
}
