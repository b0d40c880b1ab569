import { expect, test } from 'vitest'
import { beginJournal, dumpBrowser, leaveByScriptAlone } from '../tools/app/sealedJournal.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, useStage, zoneInDaytime } from './browsing.ts'

const stage = useStage()
const days = 21

/** Three weeks as somebody writes them, in a file of our own format. */
function threeWeeks(today: string): string {
  const dayBefore = (count: number) =>
    new Date(Date.parse(`${today}T00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
  const records = [
    {
      type: 'settings',
      fields: { product: 'leaf', aim: 'stop', lastOn: dayBefore(days), costADay: 10, minutesADay: null },
    },
    ...Array.from({ length: days }, (_, index) => ({
      type: 'checkin',
      fields: {
        at: `${dayBefore(days - 1 - index)}T08:00`,
        levels: { aches: index < 7 ? 3 : 1, insomnia: 2 },
        signs: [],
        mood: 5,
        bed: '23:00',
        asleep: '00:30',
        awakeMinutes: 30,
        up: '07:00',
        note: 'the lantern in the hall',
      },
    })),
    { type: 'score', fields: { on: dayBefore(1), scale: 'gad7', answers: [1, 1, 1, 1, 1, 1, 1] } },
  ]
  return JSON.stringify({ newleafJournal: 1, records })
}

test('three weeks, half of them without a line, a lapse, the page for a doctor, and nothing left behind', async () => {
  // Days are counted: none may end meanwhile.
  const zone = zoneInDaytime()
  const wren = await newPerson(stage, { javaScript: true, zone })
  const { page, context } = wren
  const today = Temporal.Now.plainDateISO(zone).toString()
  await beginJournal(page)
  await page.goto('/journal/data')
  await page.locator('[data-file]').waitFor()
  const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(threeWeeks(today)) }
  await page.setInputFiles('#file', file)
  await page.getByRole('button', { name: 'Have a look' }).click()
  await page.getByText('entries of a journal like this one').waitFor()
  await expectAccessible(wren, true)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('are in your journal now').waitFor()

  // Without a line from here on: what the first visit kept is enough.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.goto('/journal')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await context.setOffline(true)
  await page.goto('/journal')
  await page.getByText(`${days} days free in all`).waitFor()
  await page.getByRole('link', { name: 'How am I?' }).click()
  await page.locator('[data-checkin]').waitFor()
  expect(await page.locator('[name="level.insomnia"][value="2"]').isChecked()).toBe(true)
  await page.locator('[name="level.hallucinations"][value="1"]').check()
  await page.locator('[data-checkin] > button').first().click()
  await page.getByRole('heading', { name: 'This needs a doctor now' }).waitFor()
  await page.goto('/journal/craving')
  await page.locator('[data-craving]').waitFor()
  await page.fill('#trigger', 'the shop')
  await page.locator('[data-craving] button').first().click()
  await page.getByRole('heading', { name: 'What worked before' }).waitFor()

  // What was tried: two taps more, and a change of mind afterwards.
  await page.goto('/journal/ease')
  await page.locator('[data-ease]').waitFor()
  await page.selectOption('#technique', 'body-scan')
  await page.selectOption('#symptom', 'aches')
  await page.locator('[name="before"][value="3"]').check()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('tap once for before').waitFor()
  await page.locator('[name="after"][value="2"]').check()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'Kept' }).waitFor()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.locator('[name="after"][value="1"]').check()
  await page.getByRole('button', { name: 'Keep the change' }).click()
  await page.getByText('Muscle aches: strong → a little').waitFor()
  await page.goto('/journal/entries')
  await page.getByText('Body scan. Muscle aches: strong → a little').waitFor()
  expect(await page.locator('[data-entries] li', { hasText: 'Body scan' }).count()).toBe(1)

  // A sheet is filled in without a line, and opened again from among the entries.
  await page.goto('/journal/sheets/halt-look')
  await page.locator('[data-sheet]').waitFor()
  await page.locator('[name=hungry][value=yes]').check()
  await page.fill('#first', 'soup')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'Kept' }).waitFor()
  await page.goto('/journal/entries')
  await page.getByRole('link', { name: 'Look at it, change it' }).click()
  await page.getByRole('button', { name: 'Look at it, change it' }).click()
  expect(await page.locator('[name=hungry][value=yes]').isChecked()).toBe(true)
  await page.fill('#first', 'soup and the lantern')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.locator('[data-sheets]', { hasText: 'soup and the lantern' }).waitFor()
  expect(await page.locator('[data-sheets] li').count()).toBe(1)
  // As it comes out of the printer: what was answered, and nothing else of the page.
  await page.getByRole('button', { name: 'Print it' }).last().click()
  await page.emulateMedia({ media: 'print' })
  const printed = await page.locator('main').innerText()
  expect(printed).toContain('soup and the lantern')
  expect(printed).not.toMatch(/Angry\?|Keep it|Filled in before|Print/)
  await page.emulateMedia({ media: null })
  await expectAccessible(wren, true)
  await page.getByRole('button', { name: 'Back to the sheet' }).click()
  await page.locator('[data-filled]').waitFor({ state: 'hidden' })

  // A step that waits begins when its person says so.
  await page.goto('/journal/taper')
  await page.getByText('When I feel steady', { exact: true }).click()
  await page.fill('#amountADay', '3')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('button', { name: 'I feel steady: begin it today' }).click()
  await page.locator('[data-steps] li', { hasText: '3 g a day now' }).waitFor()

  // A lapse wipes nothing, and warns.
  await page.goto('/journal/lapse')
  await page.locator('[data-lapse]').waitFor()
  await page.fill('#learnt', 'payday, alone')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'Careful: your body bears less now' }).waitFor()
  await page.goto('/journal')
  await page.getByText(`${days - 1} days free in all`).waitFor()
  await context.setOffline(false)

  for (const path of [
    '',
    '/check-in',
    '/craving',
    '/ease',
    '/dose',
    '/lapse',
    '/taper',
    '/plan',
    '/entries',
    '/picture',
    '/look-back',
    '/sheets/thought-and-answer',
  ]) {
    await page.goto(`/journal${path}`)
    await page.locator('[data-book]:not([hidden])').waitFor()
    await expectAccessible(wren, true)
  }
  await page.goto('/journal/picture')
  await page.selectOption('#symptom', 'aches')
  await page.getByText(/Muscle aches: \d+ entries/).waitFor()

  await page.goto('/journal/handover')
  await page.locator('[data-ask]').waitFor()
  await page.fill('#questions', 'Is it safe to go on?')
  await page.getByRole('button', { name: 'Make the page' }).click()
  await page.getByRole('heading', { name: 'Symptoms, the last 14 days' }).waitFor()
  await expectAccessible(wren, true)
  const [bundle] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /FHIR/ }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await bundle.createReadStream()) chunks.push(chunk as Buffer)
  const fhir = JSON.parse(Buffer.concat(chunks).toString())
  expect(fhir).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  expect(fhir.entry.length).toBeGreaterThan(40)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // Ten minutes are one page.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  // On the disk only what nobody can read; after leaving, nothing at all.
  expect(await dumpBrowser(page)).not.toContain('lantern')
  await page.goto('/journal/devices')
  await leaveByScriptAlone(page)
  await page.waitForURL('**/rules')
  const left = () =>
    page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      storage: localStorage.length + sessionStorage.length,
    }))
  // Nobody waits for a browser that takes its time with it.
  await expect.poll(left).toEqual({ databases: 0, caches: 0, workers: 0, storage: 0 })
  await context.close()
})

test('without a script the journal says what it needs, and a week can be printed', async () => {
  const wren = await newPerson(stage, { javaScript: false })
  await wren.open('/journal')
  expect(await wren.page.locator('main').innerText()).toContain('The journal needs JavaScript')
  await expectAccessible(wren, false)
  await wren.page.locator('noscript a').click()
  await wren.page.getByRole('heading', { level: 1, name: 'A week on paper' }).waitFor()
  await expectAccessible(wren, false)
  await wren.open('/journal/sheets/thought-and-answer')
  await wren.page.locator('noscript a').click()
  await wren.page.getByText('What would I say to a friend').waitFor()
  await expectAccessible(wren, false)
  await wren.context.close()
})
