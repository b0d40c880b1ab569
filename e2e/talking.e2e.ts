import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, patienceMs, useStage } from './browsing.ts'
import { openLine } from './cutLine.ts'
import { withInventedPeople } from './dataFolder.ts'

const stage = useStage({}, withInventedPeople)
const passphrase = 'a lamp in every window'

const runs = [
  { javaScript: true, writer: 'wren', reader: 'quiet-kettle', old: 'Third night, counting hours' },
  {
    javaScript: false,
    writer: 'heron-on-ice',
    reader: 'okapi',
    old: 'Is it normal to feel nothing on day 9?',
  },
]

/** A conversation in the sleep space, from the first words to what was changed in older ones. */
describe.each(runs)('javaScript: $javaScript', ({ javaScript, writer, reader, old }) => {
  test('two people talk: a note, a quotation, thanks, a draft and an edit with its history', async () => {
    const check = (person: Person) => expectAccessible(person, javaScript)
    // The same page without scripts is the same HTML: judged once.
    const checkOnce = async (person: Person) => (javaScript ? expectAccessible(person, true) : undefined)
    const wren = await signedIn(writer, javaScript)
    await wren.open('/forum/spaces')
    await checkOnce(wren)
    await wren.press('Sleep')
    await checkOnce(wren)
    await wren.press('Write something new')
    expect(await wren.page.inputValue('[name=space]')).toBe('sleep')
    const title = `Awake ${javaScript ? 'with' : 'without'} scripts`
    await wren.page.fill('[name=title]', title)
    await wren.page.fill('[name=body]', 'My brother is gone.\n\nI lie awake and count.')
    await wren.page.getByText('Add a content note').click()
    await wren.page.locator('[name=notes][value=loss]').check()
    await check(wren)
    await wren.page.getByRole('button', { name: 'Post it', exact: true }).click()
    await wren.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await check(wren)
    const topic = new URL(wren.page.url()).pathname

    const okapi = await signedIn(reader, javaScript)
    await closeNote(okapi, checkOnce)
    await okapi.open(topic)
    const words = okapi.page.getByText('I lie awake and count.')
    expect(await words.isVisible()).toBe(false)
    await check(okapi)
    await okapi.page.getByText('Content note: loss').click()
    await words.waitFor()

    await okapi.page.fill('main [name=body]', '')
    await quoteByKeyboard(okapi)
    await okapi.page.waitForFunction(readsQuoted)
    const quoted = await okapi.page.inputValue('main [name=body]')
    expect(quoted).toContain(`> **${writer}:**`)
    await checkOnce(okapi)
    await okapi.page.fill('main [name=body]', `${quoted}So do I, at four.`)
    await okapi.press('Send')
    await okapi.page.getByText('So do I, at four.').waitFor()

    if (!javaScript) await wren.page.reload()
    const answer = wren.page.locator('article', { hasText: 'So do I, at four.' })
    const thank = (person: Person) => person.page.getByRole('button', { name: 'Thank', exact: true })
    // Each finds it at the other’s words, and not at their own.
    expect([await thank(wren).count(), await thank(okapi).count()]).toEqual([1, 1])
    expect(await answer.getByRole('button', { name: 'Thank' }).isVisible()).toBe(true)
    await answer.getByRole('button', { name: 'Thank' }).click()
    await wren.page.getByText(`You thanked ${reader} for this.`).waitFor()
    await checkOnce(wren)
    await okapi.open('/account/notices')
    await okapi.page.getByText(`Somebody thanked you for what you wrote in “${title}”.`).waitFor()
    await okapi.open('/forum/thanks')
    await checkOnce(okapi)

    await wren.open(topic)
    await wren.page.fill('main [name=body]', 'I wanted to say')
    await wren.press('Keep as draft')
    await checkOnce(wren)
    await wren.press('Go on writing')
    expect(await wren.page.inputValue('main [name=body]')).toBe('I wanted to say')

    if (javaScript) {
      await arriveClosed(wren, okapi, topic)
      await sendWithoutALine(wren, topic)
      await readThroughACut(topic)
    }

    await wren.open('/forum')
    await wren.page.getByRole('link', { name: old }).first().click()
    const before = await wren.page.locator('#first .post-words').innerText()
    await wren.press('Edit or remove the first post')
    await check(wren)
    await wren.page.fill('main [name=body]', 'I wrote this better now.')
    await wren.press('Save')
    await wren.page.locator('#first').getByRole('link', { name: 'edited' }).click()
    await wren.page.getByText(before.slice(0, 30)).first().waitFor()
    await check(wren)
    await okapi.context.close()
    await wren.context.close()
  })
})

/** From the forum's first page to thanks for an answer, with nothing but the keyboard, and the focus always in sight. */
describe.each([{ javaScript: true }, { javaScript: false }])('keyboard, javaScript: $javaScript', (how) => {
  test('somebody without a mouse reads, answers and thanks', async () => {
    const person = await signedIn('salt-and-fern', how.javaScript)
    const { page } = person
    const type = (text: string) => page.keyboard.type(text)
    const press = async (key: string) => {
      const leaves = page.waitForEvent('domcontentloaded')
      await page.keyboard.press(key)
      await leaves
    }
    await person.open('/forum')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toMatchObject({ text: 'Skip to the page', isSeen: true })
    await page.keyboard.press('Enter')
    await tabTo(page, 'Two months of mornings')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Two months of mornings' }).waitFor()
    await tabTo(page, 'Thank')
    await press('Enter')
    await page.getByText('You thanked marigold for this.').waitFor()
    // Whoever hears the page begins with what was just done, and the way back is the next thing.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('You thanked marigold')
    await tabTo(page, 'Back to the conversation')
    await press('Enter')
    await tabTo(page, 'body')
    await type(`A blue door, ${how.javaScript ? 'with' : 'without'} scripts.`)
    await tabTo(page, 'Add a content note')
    await page.keyboard.press('Space')
    await tabTo(page, 'notes')
    await page.keyboard.press('Space')
    await tabTo(page, 'Send')
    await press('Enter')
    await page.locator('article', { hasText: 'A blue door' }).first().waitFor()
    expect(await page.locator('.noted[data-notes=heavy]').count()).toBeGreaterThan(0)
    await person.context.close()
  })
})

/** What has the focus: its words or its name, and whether somebody could tell. */
function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement
    const { top, bottom, width } = at.getBoundingClientRect()
    const { outlineStyle, boxShadow } = getComputedStyle(at)
    const marked = outlineStyle !== 'none' || boxShadow !== 'none' || at.matches('input')
    return {
      text: at.innerText?.trim() ?? '',
      name: at.getAttribute('name') ?? '',
      isSeen: marked && width > 0 && bottom > 0 && top < innerHeight,
    }
  })
}

async function tabTo(page: Page, target: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    expect(at).toMatchObject({ isSeen: true })
    if (at.text === target || at.name === target) return
  }
  throw new Error(`The keyboard does not reach ${target}.`)
}

/** Told to the browser, as people do who see little: then a small phone is a page of ten letters across. */
test('at twice its letters nothing runs over the edge of a small phone', async () => {
  const browser = await launchBrowser(['--blink-settings=defaultFontSize=32'])
  const person = await signedIn('wren', true, { ...stage, browser }, 320)
  const { page } = person
  const forum =
    '/forum /forum/new /forum/waiting /forum/days/3 /forum/following /forum/notes /forum/1 /forum/1/first'
  const others =
    '/meetings /meetings/week /toolkit /feeds /moderation/report?topic=1 /account /account/delete /rules /help /now /groups /'
  for (const path of `${forum} ${others}`.split(' ')) {
    await person.open(path)
    const over = await page.evaluate(() => {
      // As it stands there three hours before, at whatever hour this runs.
      for (const name of document.querySelectorAll('.meeting-name:not(:has(.meeting-soon))')) {
        const soon = document.createElement('span')
        soon.className = 'meeting-soon'
        soon.textContent = 'in 3 hours'
        name.append(soon)
      }
      return [...document.querySelectorAll('body *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.unseen'))
        .map((part) => `${part.tagName} ${part.className} ${part.textContent?.slice(0, 40)}`)
    })
    expect(over, path).toEqual([])
  }
  await browser.close()
})

async function signedIn(handle: string, javaScript: boolean, on = stage, width = 360): Promise<Person> {
  const person = await newPerson(on, { javaScript, width })
  await person.open('/sign-in')
  await person.page.fill('[name=handle]', handle)
  await person.page.fill('[name=passphrase]', passphrase)
  await person.page.locator('main form button.primary').first().click()
  await person.page.waitForURL((url) => url.pathname !== '/sign-in')
  return person
}

/** Nobody finds a post closed who did not ask for it. */
async function closeNote(person: Person, check: (person: Person) => Promise<unknown>): Promise<void> {
  await person.open('/forum/notes')
  await person.page.locator('[name=notes][value=loss]').check()
  await check(person)
  await person.press('Save')
  await person.page.getByText('Saved.').waitFor()
}

async function quoteByKeyboard({ page }: Person): Promise<void> {
  await page.locator('#first').getByRole('link', { name: 'Quote' }).focus()
  await page.keyboard.press('Enter')
}

/** What somebody wants to find closed arrives closed on a page that is open, and can be opened. */
async function arriveClosed(writer: Person, reader: Person, topic: string): Promise<void> {
  await reader.open(topic)
  await writer.open(topic)
  await writer.page.fill('main [name=body]', 'He would be forty today.')
  await writer.page.getByText('Add a content note').click()
  await writer.page.locator('[name=notes][value=loss]').check()
  await writer.press('Send')
  const article = reader.page.locator('article', { hasText: 'He would be forty today.' })
  await article.getByText('Content note: loss').waitFor()
  const words = article.getByText('He would be forty today.')
  expect(await words.isVisible()).toBe(false)
  await article.getByText('Content note: loss').click()
  await words.waitFor()
}

/** The line is gone in the moment of sending: on the way back the words are there, and once they have arrived no more. */
async function sendWithoutALine({ page, context, open }: Person, topic: string): Promise<void> {
  const field = page.locator('main [name=body]')
  await open(topic)
  await field.fill('Sent from a tunnel.')
  await context.setOffline(true)
  const failed = page.waitForEvent('requestfailed')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await failed
  await context.setOffline(false)
  await open('/forum')
  await open(topic)
  expect(await field.inputValue()).toBe('Sent from a tunnel.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('article', { hasText: 'Sent from a tunnel.' }).waitFor()
  expect(await field.inputValue()).toBe('')
  await open(topic)
  expect(await field.inputValue()).toBe('')
}

/** Somebody reads while their line is cut and comes back: all that was written is there, and nothing twice. */
async function readThroughACut(topic: string): Promise<void> {
  const line = await openLine(stage.site.url)
  const context = await stage.browser.newContext({ baseURL: line.url })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const writer = await signedIn('juniper', false)
  const write = async (words: string) => {
    await writer.open(topic)
    await writer.page.fill('main [name=body]', words)
    await writer.press('Send')
  }
  await page.goto(topic)
  await write('Before the cut.')
  await page.getByText('Before the cut.').waitFor()
  line.cut()
  for (const words of ['In the cut, one.', 'In the cut, two.']) await write(words)
  line.mend()
  await page.getByText('In the cut, two.').waitFor()
  await write('After the cut.')
  await page.getByText('After the cut.').waitFor()
  const heard = (await page.locator('.post-words').allInnerTexts()).filter((text) => text.includes('the cut'))
  expect(heard).toEqual(['Before the cut.', 'In the cut, one.', 'In the cut, two.', 'After the cut.'])
  await context.close()
  await writer.context.close()
  await line.close()
}

function readsQuoted(): boolean {
  return document.querySelector<HTMLTextAreaElement>('main [name=body]')?.value.startsWith('> ') ?? false
}
