import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage, zoneInDaytime } from './browsing.ts'

const stage = useStage()
// The zone of a guest, and one in which the day does not change meanwhile.
const zone = 'America/New_York'
const zoneOfWren = zoneInDaytime()

/** A newcomer's first words, a greeter's answer, and what others find of it on their day and by a mistyped word. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('a first post is answered, and found again by those on the same day', async () => {
    const check = (person: Person) => expectAccessible(person, javaScript)
    // The HTML is the same: what both runs see is judged once.
    const checkOnce = async (person: Person) => (javaScript ? check(person) : undefined)
    const how = javaScript ? 'live' : 'plain'
    const title = `Fourth night, ${how}`
    const wren = await newPerson(stage, { javaScript, zone: zoneOfWren })
    await join(wren, `wren-${how}`)
    await showDay4(wren)
    await wren.open('/forum')
    await checkOnce(wren)
    await wren.press('Write something new')
    await wren.page.fill('[name=title]', title)
    await wren.page.fill('[name=body]', 'My legs will not rest. Does magnesium help anybody?')
    await wren.page.check('[name=needs]')
    await wren.page.locator('form[action="/forum/new"] button.primary').first().click()
    await wren.page.getByRole('heading', { level: 1, name: title }).waitFor()

    const robin = await newPerson(stage, { javaScript, zone: 'Europe/Berlin', width: 1180 })
    await join(robin, `robin-${how}`)
    await robin.open('/forum/waiting')
    await robin.press('I want to greet newcomers')
    await check(robin)
    await robin.page
      .locator('li', { hasText: title })
      .getByRole('button', { name: /^I am writing to / })
      .click()
    await robin.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await robin.page.fill('#answer [name=body]', 'A warm bath did more for me. You are not alone tonight.')
    await robin.page.locator('#answer button.primary').first().click()
    await robin.page.getByText('You are not alone tonight.').waitFor()

    if (!javaScript) await wren.page.reload()
    await wren.page.getByText('You are not alone tonight.').waitFor()
    if (javaScript) {
      expect(await wren.page.locator('[data-until-answer]').count()).toBe(0)
      await wren.page
        .locator('[data-live-status]', { hasText: `from robin-${how}` })
        .waitFor({ state: 'attached' })
    }
    // A guest has told us no zone: with a script the clock of their device counts.
    const guest = await newPerson(stage, { javaScript, zone })
    await guest.open(new URL(wren.page.url()).pathname)
    const said = guest.page.locator('[data-own-times]', { hasText: javaScript ? 'Eastern Time' : 'UTC' })
    await said.waitFor()
    const times = await guest.page
      .locator('.posts time.when')
      .evaluateAll((all) =>
        (all as HTMLTimeElement[]).map((time) => ({ at: time.dateTime, said: time.textContent })),
      )
    const hours = { hour: 'numeric', minute: '2-digit', timeZone: javaScript ? zone : 'UTC' } as const
    expect(times.length).toBe(2)
    for (const { at, said } of times)
      expect(said).toContain(new Intl.DateTimeFormat('en-US', hours).format(new Date(at)))
    await guest.context.close()
    await wren.open('/account/notices')
    await wren.press(new RegExp(`robin-${how} answered`))
    await wren.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await wren.press('Follow or mute')
    await checkOnce(wren)
    await wren.page.check('[value=muted]')
    await wren.press('Keep')
    await wren.open('/forum/following')
    await checkOnce(wren)

    await wren.open('/forum/days')
    await wren.page.getByRole('heading', { level: 1, name: 'What people wrote on day 4' }).waitFor()
    await wren.page.getByRole('link', { name: title }).waitFor()
    await checkOnce(wren)
    await wren.press('Ahead of you')
    await checkOnce(wren)
    await wren.press('All days')
    await checkOnce(wren)

    await wren.open('/forum/search')
    await wren.page.fill('[name=q]', 'magnesuim')
    await wren.page.locator('.search-form button.primary').click()
    await wren.page.getByText('Showing magnesium.').waitFor()
    await wren.page.locator('mark', { hasText: 'magnesium' }).first().waitFor()
    await check(wren)
    await robin.context.close()
    await wren.context.close()
  })
})

/** All that a member wrote goes along with them, and what others answered stays readable. */
describe.each([{ javaScript: true }, { javaScript: false }])('leaving, javaScript: $javaScript', (how) => {
  test('a member takes their words along, and is gone', async () => {
    const check = (person: Person) => expectAccessible(person, how.javaScript)
    const kind = how.javaScript ? 'live' : 'plain'
    const title = `Last words, ${kind}`
    const finch = await newPerson(stage, how)
    await join(finch, `finch-${kind}`)
    await showDay4(finch)
    await finch.open('/forum/new')
    await finch.page.fill('[name=title]', title)
    await finch.page.fill('[name=body]', 'I came here every night, and now I go.')
    await finch.page.locator('form[action="/forum/new"] button.primary').first().click()
    await finch.page.getByRole('heading', { level: 1, name: title }).waitFor()
    const topic = new URL(finch.page.url()).pathname
    const heron = await newPerson(stage, how)
    await join(heron, `heron-${kind}`)
    await heron.open(topic)
    await heron.page.fill('#answer [name=body]', 'Go well.')
    await heron.press('Send')

    await finch.open('/account')
    await finch.press('Delete my account')
    await check(finch)
    const saved = finch.page.waitForEvent('download')
    await finch.page.getByRole('link', { name: 'Download my data first' }).click()
    const own = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
    expect(own.account.handle).toBe(`finch-${kind}`)
    expect(own.forum.topics).toMatchObject([
      { title, text: 'I came here every night, and now I go.', day: 4 },
    ])
    await finch.page.fill('[name=passphrase]', 'not my words at all')
    await finch.press('Delete my account for good')
    await check(finch)
    await finch.page.fill('[name=passphrase]', passphrase)
    await finch.press('Delete my account for good')
    await finch.page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor()
    await check(finch)
    expect((await finch.page.goto('/account'))?.status()).toBe(401)

    await heron.open(topic)
    await check(heron)
    const read = await heron.page.locator('main').innerText()
    for (const words of ['a former member', 'and now I go', 'Go well.']) expect(read).toContain(words)
    for (const words of [`finch-${kind}`, 'day 4']) expect(read).not.toContain(words)
    expect((await heron.page.goto('/forum/days/4'))?.status()).toBe(200)
    expect(await heron.page.locator('main').innerText()).not.toContain(title)
    await heron.context.close()
    await finch.context.close()
  })
})

const passphrase = 'seven quiet herons cross the cold river'

async function join({ page, open, press }: Person, handle: string): Promise<void> {
  await open('/join')
  await page.fill('[name=handle]', handle)
  await page.fill('[name=passphrase]', passphrase)
  await page.locator('main form').getByRole('button', { name: 'Join', exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: 'Keep your recovery code' }).waitFor()
  await press('I have kept it, go on')
}

async function showDay4({ page, open, follow }: Person): Promise<void> {
  await open('/account')
  const day = Temporal.Now.plainDateISO(zoneOfWren).subtract({ days: 4 }).toString()
  await page.fill('[name=lastDoseOn]', day)
  await page.selectOption('[name=zone]', zoneOfWren)
  await page.check('[name=showsDay]')
  await follow(page.locator('form:has([name=lastDoseOn]) button.primary').first())
}
