import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'
import { withInventedPeople } from './dataFolder.ts'

const stage = useStage({}, withInventedPeople)

async function enter(javaScript: boolean, handle: string): Promise<Person> {
  const person = await newPerson(stage, { javaScript })
  await person.open('/sign-in')
  await person.page.fill('[name=handle]', handle)
  await person.page.fill('[name=passphrase]', 'a lamp in every window')
  await person.page.locator('main form').getByRole('button', { name: 'Sign in', exact: true }).click()
  await person.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return person
}

/** From a word too much to a second moderator’s answer. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  const title = javaScript ? 'A question at noon' : 'A question at night'

  test('a post about buying is warned, reported, acted on, and judged again by another moderator', async () => {
    const okapi = await enter(javaScript, 'okapi')
    await okapi.open('/forum/new')
    await okapi.page.fill('[name=title]', title)
    await okapi.page.fill('[name=body]', 'It was a long week. Where can I buy kratom in Ohio?')
    await okapi.page.getByRole('button', { name: 'Post it', exact: true }).click()
    await okapi.page.getByText('This reads like where to get it.').waitFor()
    await okapi.page.getByRole('button', { name: 'Post it as it is', exact: true }).click()
    await okapi.page.getByRole('heading', { level: 1, name: title }).waitFor()
    const topic = new URL(okapi.page.url()).pathname

    const wren = await enter(javaScript, 'wren')
    await wren.open(`${topic}/first`)
    await wren.page.locator('a[href^="/moderation/report"]:not([href*="worried"])').first().click()
    await wren.page.getByRole('heading', { level: 1, name: 'Tell a moderator' }).waitFor()
    await expectAccessible(wren, javaScript)
    await wren.page.getByLabel('Buying or selling').check()
    await wren.press('Send it')
    await wren.page
      .getByRole('heading', { level: 1, name: 'Thank you. It is with the moderators.' })
      .waitFor()

    const juniper = await enter(javaScript, 'juniper')
    await juniper.open('/moderation')
    await expectAccessible(juniper, javaScript)
    await juniper.page.getByRole('link', { name: 'Buying or selling' }).first().click()
    await juniper.page.getByRole('heading', { level: 1, name: 'Buying or selling' }).waitFor()
    await expectAccessible(juniper, javaScript)
    await juniper.press('I look after this')
    await juniper.page.locator('[name=kind][value=hold]').check()
    await juniper.page.fill('[name=reason]', 'Please leave out where to buy. Everything else is welcome.')
    await juniper.page.locator('form').getByRole('button', { name: 'Decide', exact: true }).click()
    await juniper.page.getByRole('heading', { level: 1, name: 'For moderators' }).waitFor()
    expect((await wren.page.goto(topic))?.status()).toBe(404)

    await okapi.open('/account/notices')
    await okapi.page
      .getByRole('link', { name: 'A moderator decided about something you wrote.' })
      .first()
      .click()
    await okapi.page.getByText('Please leave out where to buy.').waitFor()
    await expectAccessible(okapi, javaScript)
    await okapi.page.fill('[name=words]', 'I only asked so that I can avoid the street.')
    await okapi.press('Ask for another look')
    await okapi.page.getByText('Another moderator will answer within 7 days.').waitFor()
    const decision = new URL(okapi.page.url()).pathname

    // The one who decided may not answer; another may.
    await juniper.open(decision)
    expect(await juniper.page.getByRole('button', { name: 'Send the answer' }).count()).toBe(0)
    const keeper = await enter(javaScript, 'keeper')
    await keeper.open('/moderation')
    await keeper.page.locator(`a[href="${decision}"]`).first().click()
    await keeper.page.locator('[name=granted][value=yes]').check()
    await keeper.page.fill('[name=answer]', 'You are right, it stays.')
    await keeper.press('Send the answer')
    await okapi.open(decision)
    await okapi.page.getByText('You are right, it stays.').waitFor()
    expect((await wren.page.goto(topic))?.status()).toBe(200)

    await wren.page.getByText('It was a long week.').first().waitFor()
    await keeper.open('/forum/search?q=nothing+on+day+9')
    const other = await keeper.page.locator('.found a.topic-title').first().getAttribute('href')
    await keeper.open(`${topic}/keep`)
    await keeper.page.fill('[name=into]', other ?? '')
    await keeper.press('Merge them')
    if (javaScript) await wren.press('Go on reading')
    else await wren.open(topic)
    await wren.page.getByText('It was a long week.').first().waitFor()
    expect(new URL(wren.page.url()).pathname).not.toBe(topic)

    await wren.open('/moderation/log')
    const log = await wren.page.locator('main').innerText()
    expect(log).toContain('Taken back after an appeal')
    expect(log).not.toContain('okapi')
    await expectAccessible(wren, javaScript)
    await wren.open('/moderation/rota')
    await expectAccessible(wren, javaScript)
    for (const { context } of [okapi, wren, juniper, keeper]) await context.close()
  })
})
