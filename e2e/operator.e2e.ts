import { afterAll, describe, expect, test } from 'vitest'
import { openMailbox } from '../src/account/reach/testing/mailbox.ts'
import { freePort } from '../tools/app/freePort.ts'
import { expectAccessible } from './axe.ts'
import { newPerson, patienceMs, useStage } from './browsing.ts'
import { feedFile, withInventedPeople } from './dataFolder.ts'

// Passkeys know names and mails lead back: the site stands under the name that this machine has for itself.
const port = String(await freePort())
const url = `http://localhost:${port}`
const mailbox = await openMailbox()
const started = useStage(
  { PORT: port, PUBLIC_URL: url, SMTP_URL: mailbox.url, MAIL_FROM: 'news@site.example' },
  withInventedPeople,
)
afterAll(() => mailbox.close())
const person = (as: Parameters<typeof newPerson>[1]) =>
  newPerson({ ...started, site: { ...started.site, url } }, as)

/** The operator brings in a list; visitors find its meetings. */
describe.each([{ javaScript: true }, { javaScript: false }])('javaScript: $javaScript', ({ javaScript }) => {
  test('an operator uploads a list, reads what became of it, and a visitor finds a meeting', async () => {
    const keeper = await person({ javaScript, width: 1180 })
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
    await keeper.follow(page.locator('main form button.primary').last())
    // The page comes again by itself until the import is done.
    await page.getByText(/Taken/).first().waitFor()
    await page.getByText('Under way').waitFor({ state: 'detached' })
    await expectAccessible(keeper, javaScript)
    await page.context().close()

    const guest = await person({ javaScript })
    await guest.open('/meetings?zone=America/New_York&near=Philadelphia&km=25')
    await guest.page.locator('.meeting-row a').first().waitFor()
    await expectAccessible(guest, javaScript)
    await guest.follow(guest.page.locator('.meeting-row a').first())
    expect(guest.page.url()).toMatch(/\/meetings\/\d+\?zone=America/)
    await expectAccessible(guest, javaScript)
    await guest.context.close()
  })
})

test('a member without scripts adds an address for news, confirms it, and erases it', async () => {
  const wren = await person({ javaScript: false })
  const { page } = wren
  await wren.open('/sign-in?next=/account/reach')
  await page.fill('[name=handle]', 'wren')
  await page.fill('[name=passphrase]', 'a lamp in every window')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'How news reaches you' }).waitFor()
  await expectAccessible(wren, false)
  await page.fill('[name=address]', 'okapi@mail.example')
  await wren.press('Ask this address')
  await page.getByText('We wrote to this address.').waitFor()
  await expect.poll(() => mailbox.received.length, { timeout: patienceMs }).toBe(1)
  const [link] = /http:\/\/localhost\S+/.exec(mailbox.received[0]?.text.split('link')[1] ?? '') ?? []
  await wren.open(link ?? '/no-link')
  await expectAccessible(wren, false)
  await wren.press('Yes, write to this address')
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor()
  await wren.press('How news reaches you')
  await page.getByText('o…@mail.example').waitFor()
  await expectAccessible(wren, false)
  await wren.press('Erase my address')
  await page.getByText('Your e-mail address is erased here.').waitFor()
  await wren.context.close()
})

/** From here on the operator's pages ask for it. */
test('an operator adds a passkey, and comes back with it alone', async () => {
  const keeper = await person({ javaScript: true })
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
  await page.fill('[name=handle]', 'keeper')
  await page.fill('[name=passphrase]', 'a lamp in every window')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Please show your passkey' }).waitFor()
  await expectAccessible(keeper, true)
  await page.getByRole('button', { name: 'Show my passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
  await keeper.open('/sign-out')
  await page.locator('main form').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await keeper.open('/sign-in?next=/operations')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
  await context.close()
})
