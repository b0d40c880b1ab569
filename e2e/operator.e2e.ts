import { describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, useStage } from './browsing.ts'
import { addInventedPeople, feedFile } from './dataFolder.ts'

const stage = useStage({}, addInventedPeople)

/** Passkeys know names: the same site as before, under the name that this machine has for itself. */
test('an operator adds a passkey, and comes back with it alone', async () => {
  const named = { ...stage, site: { ...stage.site, url: stage.site.url.replace('127.0.0.1', 'localhost') } }
  const keeper = await newPerson(named, { javaScript: true })
  const { page, context } = keeper
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await keeper.open('/sign-in?next=/account/passkeys')
  await expectAccessible(keeper, true)
  await page.fill('[name=handle]', 'keeper')
  await page.fill('[name=passphrase]', 'a lamp in every window')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('You have no passkey yet.').waitFor()
  await expectAccessible(keeper, true)
  await page.fill('[name=name]', 'key in the drawer')
  await page.fill('[name=passphrase]', 'not the passphrase')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('This is not your passphrase.').waitFor()
  await page.fill('[name=passphrase]', 'a lamp in every window')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added.').waitFor()
  await page.getByText('key in the drawer', { exact: true }).waitFor()
  await expectAccessible(keeper, true)
  await keeper.open('/sign-out')
  await page.locator('main form').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await keeper.open('/sign-in?next=/operations')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
  await context.close()
})

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
