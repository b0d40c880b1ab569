import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { theirBatch, theirRead, theirSecret } from '../src/journal/testing/secondImplementation.ts'
import {
  beginJournal,
  callWorker,
  dumpBrowser,
  leaveByScriptAlone,
  lockJournal,
  reachWorkers,
  writeWordsDown,
} from '../tools/app/sealedJournal.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'

const stage = useStage()

const newDevice = async (at = stage): Promise<Person> => {
  const person = await newPerson(at, { javaScript: true })
  await reachWorkers(person.context)
  // A word that breaks the policy of the page (Trusted Types, CSP) is a fault.
  person.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) throw new Error(message.text())
  })
  return person
}

/** What the server holds, asked as a device asks. */
async function vaultOf(page: Page, authorization: string) {
  const answer = await page.request.get('/vault/records?since=0', { headers: { authorization } })
  return (await answer.json()).records
}

const note = (page: Page, text: string) =>
  callWorker(page, 'put', { type: 'checkin', fields: { mood: 4, place: text } })

test('a journal is begun, synced, opened by a second program and on a second device, and left', async () => {
  const wren = await newDevice()
  const { page } = wren
  let authorization = ''
  page.context().on('request', (request) => {
    if (request.url().includes('/vault')) {
      expect(request.headers().cookie).toBeUndefined()
      authorization = request.headers().authorization ?? authorization
    }
  })
  await page.goto('/journal/begin')
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
  await expectAccessible(wren, true)
  const words = await beginJournal(page)
  await note(page, 'the kitchen at night')

  const opened = await page.goto('/journal/devices')
  await page.getByRole('button', { name: 'Turn syncing on' }).click()
  await page.locator('[data-sync-state]', { hasText: 'Waiting to be sent: 0' }).waitFor()
  await expectAccessible(wren, true)
  // WebAssembly may run in one worker alone, and that one may reach nothing.
  const stretch = (await page.locator('[data-stretch-worker]').getAttribute('data-stretch-worker')) ?? ''
  const policyOf = (headers: Record<string, string>) => headers['content-security-policy'] ?? ''
  expect(policyOf((await page.request.get(stretch)).headers())).toMatch(
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/,
  )
  expect(policyOf(opened?.headers() ?? {})).not.toContain('wasm')

  // Another program, made from the document, reads what this browser wrote, and this browser what that program writes.
  const { wordlist } = await import('@scure/bip39/wordlists/english.js')
  const secret = theirSecret(words, wordlist)
  const held = await vaultOf(page, authorization)
  expect(theirRead(secret, held).records.map(({ text }) => text.cells.place.w.v)).toEqual([
    'the kitchen at night',
  ])
  const writes = theirBatch(secret, held, 'checkin', { place: 'from a second program' })
  const put = await page.request.put('/vault/records', { headers: { authorization }, data: { writes } })
  expect(put.status()).toBe(200)
  expect(await callWorker(page, 'syncNow')).toBe('agreed')

  const laptop = await newDevice()
  await laptop.page.goto('/journal/open')
  // Words that lead nowhere can be typed again, as often as it takes.
  const nowhere = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  for (let times = 0; times < 2; times++) {
    await laptop.page.getByLabel('The 12 words').fill(nowhere)
    await laptop.page.getByRole('button', { name: 'Open with the words' }).click()
    await laptop.page.getByText('Nothing is kept here under these words').waitFor()
    await laptop.page.locator('[data-waiting]').waitFor({ state: 'hidden' })
  }
  await laptop.page.getByLabel('The 12 words').fill(words.join(' ').toUpperCase())
  await expectAccessible(laptop, true)
  await laptop.page.getByRole('button', { name: 'Open with the words' }).click()
  await laptop.page.getByText('It is open.').waitFor()
  const records = await callWorker<{ fields: { place: string } }[]>(laptop.page, 'list')
  expect(records.map(({ fields }) => fields.place).sort()).toEqual([
    'from a second program',
    'the kitchen at night',
  ])

  expect(await dumpBrowser(laptop.page)).not.toContain('kitchen')
  await leaveByScriptAlone(laptop.page)
  await laptop.page.waitForURL('**/rules')
  const again = await laptop.context.newPage()
  await again.goto('/help')
  await expect
    .poll(() => again.evaluate(async () => [await indexedDB.databases(), await caches.keys()]))
    .toEqual([[], []])
  await laptop.context.close()

  // The copy is gone from the server, and nobody here said so: the person is told in a sentence, and loses nothing.
  expect(
    (await page.request.delete('/vault', { headers: { authorization, origin: stage.site.url } })).status(),
  ).toBe(200)
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByText('Your copy is no longer on the server').waitFor()
  await expectAccessible(wren, true)
  expect(await callWorker<unknown[]>(page, 'list')).toHaveLength(2)
  await page.getByRole('button', { name: 'Start again from what is here' }).click()
  // A new vault costs its work again.
  await page.locator('[data-waiting]').waitFor({ state: 'hidden' })
  expect(theirRead(secret, await vaultOf(page, authorization)).records).toHaveLength(2)
  await wren.context.close()
})

test('a new device opens with a code, when both show the same five words', async () => {
  const [old, fresh] = [await newDevice(), await newDevice()]
  await beginJournal(old.page)
  await note(old.page, 'on the old one')
  await old.page.goto('/journal/devices')
  await old.page.getByRole('button', { name: 'Turn syncing on' }).click()
  await old.page.locator('[data-sync-state]', { hasText: 'Waiting to be sent: 0' }).waitFor()
  await old.page.getByRole('button', { name: 'Show a code' }).click()
  await old.page.locator('[data-picture] svg').waitFor()
  await expectAccessible(old, true)
  const code = await old.page.locator('[data-offered] input').inputValue()

  await fresh.page.goto(`/journal/open#${code}`)
  const five = (page: Page) => page.locator('[data-five]').filter({ hasText: /\w/ }).innerText()
  const shown = await five(fresh.page)
  expect(fresh.page.url()).not.toContain('#')
  expect(shown.split(' ')).toHaveLength(5)
  expect(await five(old.page)).toBe(shown)
  await expectAccessible(fresh, true)
  await old.page.getByRole('button', { name: 'Yes, the same words' }).click()
  await fresh.page.getByText('It is open.').waitFor()
  expect(await callWorker(fresh.page, 'list')).toMatchObject([{ fields: { place: 'on the old one' } }])

  // With a PIN: locked, a wrong one, the right one.
  await fresh.page.goto('/journal/devices')
  await fresh.page.getByLabel('New PIN').fill('2580')
  await fresh.page.getByRole('button', { name: 'Set the PIN' }).click()
  await fresh.page.getByRole('button', { name: 'Lock now' }).click()
  await fresh.page.locator('[data-step=locked]').waitFor()
  await fresh.page.goto('/journal/open')
  await fresh.page.locator('[data-pin] input').fill('1111')
  await fresh.page.getByRole('button', { name: 'Open', exact: true }).click()
  await fresh.page.getByText('Tries left: 9').waitFor()
  await fresh.page.locator('[data-pin] input').fill('2580')
  await fresh.page.getByRole('button', { name: 'Open', exact: true }).click()
  await fresh.page.getByText('It is open.').waitFor()
  await old.context.close()
  await fresh.context.close()
})

test('a first entry is two taps away, the words come later, and a shortcut finds its page behind the lock', async () => {
  const wren = await newDevice()
  const { page } = wren
  let taps = 0
  const tap = async (name: string) => {
    taps++
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  // As the icon on a home screen leads there, with no journal on the device.
  await page.goto('/journal/craving')
  await tap('Begin')
  await tap('Keep it')
  await page.getByRole('heading', { name: 'Kept' }).waitFor()
  expect(taps).toBe(2)

  await page.goto('/journal')
  for (const answer of ['Leaf or powder', 'To stop']) await page.getByText(answer, { exact: true }).click()
  await tap('Begin')
  await page.getByRole('link', { name: 'Write down my 12 words' }).waitFor()
  await expectAccessible(wren, true)
  // Until then nothing is offered that would need them.
  await page.goto('/journal/devices')
  await page.getByText('Your 12 words are waiting').waitFor()
  expect(await page.getByRole('button', { name: 'Turn syncing on' }).isVisible()).toBe(false)
  await expect(callWorker(page, 'setPin', '2580')).rejects.toThrow('WordsFirst')
  await expect(callWorker(page, 'turnSyncOn')).rejects.toThrow('WordsFirst')
  await expect(callWorker(page, 'offerCode')).rejects.toThrow('WordsFirst')
  await page.getByRole('link', { name: 'Write down my 12 words' }).click()
  await page.getByRole('button', { name: 'Show me my 12 words' }).waitFor()
  await expectAccessible(wren, true)
  await writeWordsDown(page)
  await page.reload()
  await page.getByText('They are not shown again').waitFor()
  await page.goto('/journal')
  await page.getByText('“Leave this page”, pressing Escape twice').waitFor()

  await callWorker(page, 'setPin', '2580')
  await lockJournal(page)
  await page.goto('/journal/check-in')
  await page.locator('[data-pin] input').fill('2580')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('[data-checkin]').waitFor()
  expect(new URL(page.url()).pathname).toBe('/journal/check-in')

  // Another page forgets the device: what this one still wants of its journal brings nothing back.
  await page.evaluate(
    () =>
      new Promise<void>((gone) => {
        indexedDB.deleteDatabase('newleaf-journal').onsuccess = () => gone()
      }),
  )
  await expect(callWorker(page, 'state')).rejects.toThrow('Fault')
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  await wren.context.close()
})

test('a passkey of the device opens the journal, and the words do when it is gone', async () => {
  // A passkey belongs to a name: browsers make none for a bare number.
  const url = stage.site.url.replace('127.0.0.1', 'localhost')
  const wren = await newDevice({ ...stage, site: { ...stage.site, url } })
  const { page, context } = wren
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
    },
  })
  const sent: string[] = []
  context.on('request', (request) => sent.push(request.postData() ?? ''))
  const words = await beginJournal(page)
  await note(page, 'behind the passkey')
  await page.goto('/journal/devices')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added.').waitFor()
  await expectAccessible(wren, true)
  await page.getByRole('button', { name: 'Lock now' }).click()
  await page.locator('[data-step=locked]').waitFor()
  await page.goto('/journal/check-in')
  await page.getByRole('button', { name: 'Open with the passkey' }).waitFor()
  await expectAccessible(wren, true)
  await page.getByRole('button', { name: 'Open with the passkey' }).click()
  await page.locator('[data-checkin]').waitFor()
  expect(await callWorker(page, 'list')).toMatchObject([{ fields: { place: 'behind the passkey' } }])
  expect(sent.filter(Boolean)).toEqual([])

  // The passkey is gone from the device: a sentence says so, and the words open the journal as ever.
  await callWorker(page, 'lock')
  await page.getByRole('button', { name: 'Open with the passkey' }).waitFor()
  await device.send('WebAuthn.clearCredentials', { authenticatorId })
  await page.getByRole('button', { name: 'Open with the passkey' }).click()
  await page.getByText('The passkey did not open it.').waitFor()
  await page.getByLabel('The 12 words').fill(words.join(' '))
  await page.getByRole('button', { name: 'Open with the words' }).click()
  await page.locator('[data-checkin]').waitFor()
  expect(await callWorker(page, 'state')).toMatchObject({ lock: 'open', passkey: false })
  await context.close()
})

test('on a shared device the journal goes from page to page in one window, and leaves no trace', async () => {
  const { page, context } = await newDevice()
  await page.goto('/journal/begin')
  await page.getByText('Shared or borrowed').click()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name: 'Two questions' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/journal')
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  expect(await callWorker(page, 'state')).toMatchObject({ lock: 'open', shared: true })
  await page.goto('/journal/devices')
  await page.getByText('No journal is on this device').waitFor()
  await context.close()
})

test('without JavaScript the pages say what they need; what we hold needs none', async () => {
  const person = await newPerson(stage, { javaScript: false })
  await person.open('/journal/begin')
  expect(await person.page.locator('main').innerText()).toContain('needs JavaScript')
  await expectAccessible(person, false)
  await person.press('Print a week on paper')
  await person.page.getByRole('heading', { level: 1, name: 'A week on paper' }).waitFor()
  await person.open('/journal/what-we-hold')
  expect(await person.page.locator('main').innerText()).toContain('vault_records')
  await expectAccessible(person, false)
  await person.context.close()
})
