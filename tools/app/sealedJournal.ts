import type { BrowserContext, Page } from 'playwright-core'

/** Lets the test speak to the worker of the journal as its pages do; the keys stay where they are. */
export async function reachWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Real = window.Worker
    const all: Worker[] = []
    Object.assign(window, { journalWorkers: all })
    window.Worker = class extends Real {
      constructor(...words: ConstructorParameters<typeof Worker>) {
        super(...words)
        all.push(this)
      }
    }
  })
}

/** A call of `JournalCalls`, on the page that is shown. */
export async function callWorker<T>(page: Page, call: string, ...args: unknown[]): Promise<T> {
  await page.waitForFunction(() => (window as unknown as { journalWorkers: Worker[] }).journalWorkers[0])
  const answer = await page.evaluate(
    ([name, words]) =>
      new Promise<{ value?: unknown; fault?: string }>((resolve) => {
        const { journalWorkers } = window as unknown as { journalWorkers: Worker[] }
        const worker = journalWorkers[0]
        const n = Math.random()
        worker?.addEventListener('message', ({ data }) => {
          if (data.n === n) resolve(data)
        })
        worker?.postMessage({ n, call: name, args: words })
      }),
    [call, args] as const,
  )
  if (answer.fault) throw new Error(`The journal refused ${call}: ${answer.fault}.`)
  return answer.value as T
}

/** On the journal’s own page, which goes to where one opens it: the answer to the call may never arrive. */
export async function lockJournal(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as { journalWorkers: Worker[] }).journalWorkers[0])
  await page.evaluate(() => {
    const { journalWorkers } = window as unknown as { journalWorkers: Worker[] }
    journalWorkers[0]?.postMessage({ n: Math.random(), call: 'lock', args: [] })
  })
  await page.waitForURL('**/journal/open')
}

/** Begins a journal as a person does, and writes its words down. @returns the twelve words */
export async function beginJournal(page: Page): Promise<string[]> {
  await page.goto('/journal/begin')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.waitForURL(/\/journal$/)
  await page.goto('/journal/words')
  return writeWordsDown(page)
}

/** On the page of the words. @returns them */
export async function writeWordsDown(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Show me my 12 words' }).click()
  await page.locator('[data-words] li').nth(11).waitFor()
  const words = await page.locator('[data-words] li').allInnerTexts()
  await page.getByRole('button', { name: 'I have written them down' }).click()
  for (const name of ['first', 'second']) {
    const label = await page.locator(`label[for=${name}]`).innerText()
    await page.fill(`#${name}`, words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await page.getByRole('button', { name: 'That is right' }).click()
  await page.getByRole('heading', { name: 'Your words are written down' }).waitFor()
  return words
}

/**
 * Leaves by the quick way, but to our own rules and not through `/leave`: what is gone afterwards was emptied by the
 * page, not by what the server clears.
 */
export async function leaveByScriptAlone(page: Page): Promise<void> {
  const link = page.locator('a[data-leave]')
  await link.evaluate((a: HTMLAnchorElement) => {
    a.href = '/rules'
  })
  await link.click()
}

/**
 * What this browser keeps for the site, as text: databases (bytes as hexadecimal), storage, and the caches.
 * @param withCaches false leaves the kept pages out, which are the same for everybody
 */
export function dumpBrowser(page: Page, withCaches = true): Promise<string> {
  return page.evaluate(async (withCaches) => {
    const promised = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const hex = (_: string, value: unknown) =>
      value instanceof Uint8Array
        ? Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
        : value
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await promised(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store)
        found.push(
          store,
          JSON.stringify(await promised(rows.getAll()), hex),
          JSON.stringify(await promised(rows.getAllKeys())),
        )
      }
      db.close()
    }
    for (const name of withCaches ? await caches.keys() : []) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return found.join('\n')
  }, withCaches)
}
