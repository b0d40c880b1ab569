import { describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { newPerson, type Person, useStage } from './browsing.ts'
import { withInventedPeople } from './dataFolder.ts'

const stage = useStage({}, withInventedPeople)

/** Invented, in the shape of a country's list with its own columns: 38 rows, of which four cannot be read. */
const table = 'e2e/fixtures/table.csv'

/** A table that nobody knows, from its columns to a correction that stays. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('an operator brings in a table, looks at refusals, corrects one, and it stays corrected', async () => {
    const keeper = await newPerson(stage, { javaScript, width: javaScript ? 1180 : 360 })
    const { page } = keeper
    const check = () => expectAccessible(keeper, javaScript)
    const name = `Isles ${javaScript ? 'one' : 'two'}`
    await keeper.open('/sign-in?next=/operations/feeds')
    await page.fill('[name=handle]', 'keeper')
    await page.fill('[name=passphrase]', 'a lamp in every window')
    await page.locator('main form button.primary').first().click()
    await page.getByRole('heading', { level: 1, name: 'Lists of meetings' }).waitFor()

    await bringIn(keeper, name)
    await page.getByText('This is a table that we do not know yet').waitFor()
    await keeper.press('Say what the columns mean')
    await page.getByRole('heading', { level: 1, name: 'What the columns mean' }).waitFor()
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('day')
    expect(await page.getByLabel('Wheelchair').inputValue()).toBe('yes_X')
    await keeper.press('Show what comes of it')
    await page.getByText('Of the first 38 rows, 33 would be taken').waitFor()
    await check()
    await keeper.press('Save and bring in')
    await page.getByText('Refused (5)').waitFor()
    expect(await page.locator('main').innerText()).toContain('“25:00” is not a time')
    await check()

    await page.locator('.import-lines li', { hasText: 'Late Lamp Leeds' }).getByRole('link').click()
    await page.getByText('This record was refused').waitFor()
    await page.getByLabel('Start', { exact: true }).fill('20:15')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The next reading of the list leaves it so').waitFor()
    await check()
    const meeting = (await page.getByRole('link', { name: 'See its page' }).getAttribute('href')) ?? ''

    await keeper.open('/operations/feeds')
    await bringIn(keeper, name)
    await page.getByText('Refused (4)').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Late Lamp Leeds')
    await keeper.open('/operations/feeds')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByText('Corrected by hand').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Late Lamp Leeds\s+Start: 20:15/)
    await check()
    await page.context().close()

    const guest = await newPerson(stage, { javaScript, zone: 'Europe/London' })
    await guest.open(meeting)
    await guest.page.getByRole('heading', { level: 1, name: 'Late Lamp Leeds' }).waitFor()
    expect(await guest.page.locator('main').innerText()).toMatch(/20:15|8:15/)
    await guest.context.close()
  })
})

async function bringIn({ page }: Person, name: string): Promise<void> {
  await page.fill('main form[enctype] [name=name]', name)
  await page.setInputFiles('[name=file]', table)
  await page.locator('main form[enctype] button.primary').click()
}
