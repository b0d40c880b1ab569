import { describe, expect } from 'vitest'
import { type Sql, transaction } from '../../../platform/database/index.ts'
import { openSite, test as plain, type Site, type TestMember } from '../../../testing/site.ts'
import { addNotices } from '../../notices/index.ts'
import { type Mailbox, openMailbox } from '../testing/mailbox.ts'
import { sendMails } from './send.ts'
import { removeUnconfirmed } from './store.ts'

/** A site with a mail server, what arrives there, and a member. */
const test = plain.extend<{ site: Site; mailbox: Mailbox; wren: TestMember }>({
  mailbox: async ({ task: _ }, use) => {
    const mailbox = await openMailbox()
    await use(mailbox)
    await mailbox.close()
  },
  site: async ({ site, mailbox }, use) =>
    use(
      openSite(site.db, {
        SMTP_URL: mailbox.url,
        MAIL_FROM: 'News <news@site.example>',
        PUBLIC_URL: 'http://localhost',
      }),
    ),
  wren: async ({ site }, use) => use(await site.member('wren')),
})

const choices = { pace: 'once', hour: '18', kinds: 'all' }
const add = (site: Site, as: TestMember, address = 'okapi@example.org', more = {}) =>
  site.post('/account/reach/mail', { address, ...choices, ...more }, { as })

const linkIn = (text = '') => /http:\/\/localhost(\/mail\/\S+)/.exec(text)?.[1] ?? 'no link'

/** Asked, written to, and the link pressed in another browser. */
async function confirmed(site: Site, mailbox: Mailbox, as: TestMember, more = {}): Promise<void> {
  expect((await add(site, as, undefined, more)).headers.get('location')).toBe(
    '/account/reach?done=asked#mail',
  )
  await site.runJobs()
  const link = linkIn(mailbox.received.splice(0)[0]?.text)
  expect((await site.get(link)).status).toBe(200)
  expect((await site.post(link, {})).status).toBe(200)
}

const tell = (site: Site, { id }: TestMember) =>
  transaction(site.db, (tx) =>
    addNotices(tx, [id], { kind: 'moderation-decided', link: '/', words: { title: 'My legs' } }, site.now()),
  )
const later = (site: Site, minutes: number) => site.setNow(site.now().add({ minutes }).toString())
const send = (site: Site) => sendMails({ db: site.db as Sql, config: site.config, now: site.now() })
const rows = (site: Site) => site.db`select confirmed_at, failures from mail_addresses`

describe('news by e-mail', () => {
  test('is confirmed first, and then says that something waits, never what', async ({
    site,
    mailbox,
    wren,
  }) => {
    await add(site, wren)
    await site.runJobs()
    expect(mailbox.received.map(({ to }) => to)).toEqual(['okapi@example.org'])
    await tell(site, wren)
    later(site, 90)
    await send(site)
    expect(mailbox.received.length).toBe(1)
    const link = linkIn(mailbox.received[0]?.text)
    // A mail server that looks at the link confirms nothing.
    expect((await site.get(link)).status).toBe(200)
    expect(await rows(site)).toMatchObject([{ confirmedAt: null }])
    await site.post(link, {})
    expect((await site.post(link, {})).status).toBe(410)
    later(site, 90)
    await tell(site, wren)
    later(site, 1)
    await send(site)
    const news = mailbox.received[1]
    expect(news?.head).toContain('Subject: Something new for you')
    expect(news?.head).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
    expect(news?.head).toMatch(/Content-Type: text\/plain/)
    expect(`${news?.head}${news?.text}`).not.toMatch(/wren|legs|decided|html/i)
    expect(news?.text).toContain('There is something new for you at http://localhost')
  })

  test('ends with one tap of a mail program that is not signed in, and twice is no mistake', async ({
    site,
    mailbox,
    wren,
  }) => {
    await confirmed(site, mailbox, wren)
    later(site, 90)
    await tell(site, wren)
    later(site, 1)
    await send(site)
    const stop = linkIn(mailbox.received[0]?.text)
    expect((await site.get(stop)).status).toBe(200)
    expect((await rows(site)).length).toBe(1)
    const tap = () =>
      site.app.request(`http://localhost${stop}`, {
        method: 'POST',
        headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
    expect([(await tap()).status, (await tap()).status]).toEqual([200, 200])
    expect(await rows(site)).toEqual([])
  })

  test('comes at most once an hour, or once a day at the chosen hour, and not in quiet hours', async ({
    site,
    mailbox,
    wren,
  }) => {
    await site.db`update members set zone = 'UTC' where id = ${wren.id}`
    const finch = await site.member('finch', { zone: 'UTC' })
    await confirmed(site, mailbox, wren)
    await confirmed(site, mailbox, finch, { address: 'finch@example.org', pace: 'daily', hour: '18' })
    const sent = async () => {
      await send(site)
      return mailbox.received.splice(0).map(({ to }) => to)
    }
    site.setNow('2026-11-22T14:00:00Z')
    for (const one of [wren, finch]) await tell(site, one)
    later(site, 1)
    expect(await sent()).toEqual(['okapi@example.org'])
    await tell(site, wren)
    later(site, 30)
    expect(await sent()).toEqual([])
    await site.post('/account/quiet/hours', { from: '15:00', to: '16:00' }, { as: wren })
    site.setNow('2026-11-22T15:30:00Z')
    expect(await sent()).toEqual([])
    site.setNow('2026-11-22T16:00:00Z')
    expect(await sent()).toEqual(['okapi@example.org'])
    site.setNow('2026-11-22T18:00:00Z')
    expect(await sent()).toEqual(['finch@example.org'])
    site.setNow('2026-11-23T18:00:00Z')
    expect(await sent()).toEqual([])
  })

  test('is given up after five refusals, and its owner reads why on the site', async ({
    site,
    mailbox,
    wren,
  }) => {
    await confirmed(site, mailbox, wren)
    later(site, 90)
    await tell(site, wren)
    mailbox.refuseWith('451')
    for (let tries = 0; tries < 8; tries++) {
      later(site, 400)
      expect(await send(site)).toMatchObject({ failed: 1 })
    }
    expect(await rows(site)).toMatchObject([{ failures: 0 }])
    mailbox.refuseWith('550')
    for (let tries = 0; tries < 5; tries++) {
      later(site, 400)
      await send(site)
    }
    expect(await rows(site)).toEqual([])
    expect(await (await site.get('/account/notices', { as: wren })).text()).toContain('did not take our mail')
  })

  test('waits while our own way out is broken, and blames no address', async ({ site, mailbox, wren }) => {
    await confirmed(site, mailbox, wren)
    later(site, 90)
    await tell(site, wren)
    later(site, 1)
    await mailbox.close()
    expect(await send(site)).toMatchObject({ broken: 1 })
    expect(await rows(site)).toMatchObject([{ failures: 0 }])
    // The queue keeps what a job throws: nothing of the address may stand in it.
    await add(site, wren, 'secret-okapi@example.org')
    const fault = await site.runJobs().catch((error: Error) => `${error.message} ${error.stack}`)
    expect(fault).toContain('could not be sent')
    expect(fault).not.toContain('okapi@')
  })

  test('is not kept for an address that nobody confirms, or that is refused at once', async ({
    site,
    mailbox,
    wren,
  }) => {
    await add(site, wren)
    await site.runJobs()
    const link = linkIn(mailbox.received[0]?.text)
    later(site, 24 * 60)
    expect((await site.get(link)).status).toBe(410)
    expect((await site.post(link, {})).status).toBe(410)
    await removeUnconfirmed(site.db, site.now())
    expect(await rows(site)).toEqual([])
    mailbox.refuseWith('550')
    await add(site, wren, 'nobody@example.org')
    await site.runJobs()
    expect(await rows(site)).toEqual([])
  })

  test('has its address sealed at rest, masked on the page, whole in the export, erased on request', async ({
    site,
    mailbox,
    wren,
  }) => {
    await confirmed(site, mailbox, wren)
    const all = JSON.stringify(await site.db`select *, encode(sealed, 'escape') as shown from mail_addresses`)
    expect(all).not.toContain('okapi')
    const page = await (await site.get('/account/reach', { as: wren })).text()
    expect(page).toContain('o…@example.org')
    expect(page).not.toContain('okapi@')
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.reach.mail).toMatchObject({ address: 'okapi@example.org', pace: 'once' })
    await site.post(
      '/account/reach/mail/choices',
      { pace: 'daily', hour: '7', kinds: 'answers' },
      { as: wren },
    )
    expect(await site.db`select pace, hour, kinds from mail_addresses`).toEqual([
      { pace: 'daily', hour: 7, kinds: 'answers' },
    ])
    expect((await site.post('/account/reach/mail/remove', {}, { as: wren })).status).toBe(303)
    expect(await rows(site)).toEqual([])
  })

  test('goes to one plain address, and nobody’s mailbox is filled with our questions', async ({
    site,
    wren,
  }) => {
    for (const bad of [
      '',
      'okapi',
      'a@example.org, b@example.org',
      'Okapi <okapi@example.org>',
      'a@example.org\r\nBcc: b@example.org',
      `${'x'.repeat(250)}@example.org`,
    ])
      expect((await add(site, wren, bad)).status, bad).toBe(422)
    for (const bad of [{ pace: 'hourly' }, { hour: '24' }, { hour: '' }, { kinds: 'urgent' }])
      expect((await add(site, wren, undefined, bad)).status).toBe(422)
    const finch = await site.member('finch')
    const tries: number[] = []
    for (const as of [wren, wren, finch, finch]) tries.push((await add(site, as, 'Same@example.org')).status)
    expect(tries).toEqual([303, 303, 303, 429])
    expect(await rows(site)).toHaveLength(2)
  })

  plain('is not there where the operator has no mail server', async ({ site }) => {
    const wren = await site.member('wren')
    expect(await (await site.get('/account/reach', { as: wren })).text()).toContain('has not set up e-mail')
    expect((await add(site, wren)).status).toBe(422)
    expect(await send(site)).toEqual({ sent: 0, failed: 0, broken: 0 })
  })
})
