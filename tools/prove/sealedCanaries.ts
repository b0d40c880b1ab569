import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findCluster } from '../../src/platform/database/embedded/cluster.ts'
import { connect } from '../../src/platform/database/index.ts'
import { beginJournal, callWorker, dumpBrowser, reachWorkers } from '../app/sealedJournal.ts'
import { startSite } from '../app/startSite.ts'
import { findBrowser } from '../browser.ts'
import type { Promised } from './promise.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'
import { type Canary, canary, tracesIn, tracesOf } from './traces.ts'

const records = 1250
const fieldsEach = 8
const atOnce = 125
// All of them begin alike, so that one search finds any.
const marker = 'canary-of-the-journal'

export const nothingInTheClear: Promised = {
  name: 'sealed: nothing of a journal in the clear, at rest or on the way',
  prove: () =>
    inTemporaryFolder(async (folder) => {
      const dataDir = join(folder, 'data')
      const profile = join(folder, 'profile')
      mkdirSync(dataDir)
      const site = await startSite(dataDir, { LOG_LEVEL: 'debug' })
      const sent: string[] = []
      let words: string[] = []
      let kept = ''
      try {
        const { path, args } = await findBrowser()
        const context = await chromium.launchPersistentContext(profile, {
          executablePath: path,
          args,
          baseURL: site.url,
        })
        context.on('request', (request) => {
          sent.push([request.url(), request.postData() ?? ''].join('\n'))
        })
        await reachWorkers(context)
        const page = context.pages()[0] ?? (await context.newPage())
        words = await beginJournal(page)
        for (let from = 0; from < records; from += atOnce)
          await callWorker(page, 'putAll', canaryRecords(from, from + atOnce))
        await page.goto('/journal/devices')
        await callWorker(page, 'setPin', `${marker}-pin`)
        await callWorker(page, 'turnSyncOn')
        for (let round = 0; round < 60; round++) {
          const { waiting } = await callWorker<{ waiting: number }>(page, 'sync')
          if (waiting === 0) break
          await callWorker(page, 'syncNow')
        }
        const { waiting } = await callWorker<{ waiting: number }>(page, 'sync')
        if (waiting > 0) throw new Error(`${waiting} entries were not synced.`)
        await page.goto('/help')
        kept = await dumpBrowser(page)
        await context.close()
        await writeEverythingDown(dataDir)
      } finally {
        await site.stop()
      }
      const looked = [everyForm('An entry', marker), everyForm('The words', words.slice(0, 4).join(' '))]
      const control = canary('control', Buffer.from('vault_records'))
      const { traces, megabytes } = tracesIn(folder, [...looked, control])
      const broken = traces
        .filter(({ name }) => name !== 'control')
        .map(({ name, file }) => `${name} stands in ${file}.`)
      for (const [where, text] of Object.entries({
        'what was sent': sent.join('\n'),
        'the log': site.output(),
        'the browser’s stores': kept,
      }))
        broken.push(...tracesOf(Buffer.from(text), looked).map((name) => `${name} stands in ${where}.`))
      // A search that finds nothing at all may have searched nothing.
      if (!traces.some(({ name }) => name === 'control')) broken.push('The search did not even find a table.')
      if (!kept.includes('rows') || kept.length < records * 256)
        broken.push('The browser kept nothing to search in.')
      if (!sent.some((text) => text.includes('opId'))) broken.push('Nothing was sent to search in.')
      const figure = `${broken.length} traces of ${records * fieldsEach} canaries in ${megabytes.toFixed(0)} MB, ${sent.length} requests and the log`
      return { figure, broken }
    }),
}

function canaryRecords(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, at) => ({
    type: ['checkin', 'craving', 'dose', 'plan', 'lapse', 'sheet'][at % 6],
    fields: Object.fromEntries(
      Array.from({ length: fieldsEach }, (_, field) => [
        ['note', 'helped', 'amount', 'reasons', 'learnt', 'place', 'mood', 'trigger'][field],
        field === 1
          ? [`${marker} ${from + at}.${field}`]
          : field === 3
            ? [{ id: 'a', text: `${marker} ${from + at}.${field}` }]
            : `${marker} ${from + at}.${field}`,
      ]),
    ),
  }))
}

/** As text in one and two bytes a letter, as hexadecimal, and as base64 from each of its three places. */
function everyForm(name: string, text: string): Canary {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : shift + 1, -4),
  )
  const url = base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))
  return canary(
    name,
    text,
    Buffer.from(text, 'utf16le'),
    bytes.toString('hex'),
    ...base64,
    ...url,
    encodeURIComponent(text),
  )
}

async function writeEverythingDown(dataDir: string): Promise<void> {
  const cluster = await findCluster(dataDir)
  if (!cluster) throw new Error('The database of the site was not found.')
  const db = connect(cluster.url, { connections: 1 })
  await db`checkpoint`
  await db.end()
}
