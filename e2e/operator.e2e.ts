import { describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, useStage } from './browsing.ts'
import { addInventedPeople, feedFile } from './dataFolder.ts'

const stage = useStage({}, addInventedPeople)

/** The operator brings in a list; visitors find its meetings. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('an operator uploads a list, reads what became of it, and a visitor finds a meeting', async () => {
    const keeper = await newPerson(stage, { javaScript, width: 1180 })
    const { page } = keeper
    await keeper.open('/sign-in?next=/operations')
    await page.fill('[name=handle]', 'keeper')
    await page.fill('[name=passphrase]', 'a lamp in every window')
    await page.locator('main form button.primary').first().click()
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
    await expectAccessible(keeper, javaScript)
    await keeper.press('Go to the feeds')
    await expectAccessible(keeper, javaScript)
    await page.fill('[name=name]', `List ${javaScript ? 'one' : 'two'}`)
    await page.setInputFiles('[name=file]', feedFile)
    await page.locator('main form button.primary').last().click()
    // The page comes again by itself until the import is done.
    await page.getByText('Under way').waitFor({ state: 'detached', timeout: 60_000 })
    await page.getByText(/Taken/).first().waitFor()
    await expectAccessible(keeper, javaScript)
    await page.context().close()

    const guest = await newPerson(stage, { javaScript })
    await guest.open('/meetings?zone=America/New_York&near=Philadelphia&km=25')
    await guest.page.locator('.meeting-row a').first().waitFor()
    await expectAccessible(guest, javaScript)
    await guest.page.locator('.meeting-row a').first().click()
    expect(guest.page.url()).toMatch(/\/meetings\/\d+\?zone=America/)
    await expectAccessible(guest, javaScript)
    await guest.context.close()
  })
})
