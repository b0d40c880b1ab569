import { describe, expect } from 'vitest'
import type { Sql } from '../../platform/database/index.ts'
import { openSite, type Site, type TestMember, test } from '../../testing/site.ts'
import { cookiesOf, isSignedIn, whoever } from '../../testing/visitor.ts'
import { forgetPasskeys } from './lost.ts'
import { Authenticator } from './testing/authenticator.ts'

const origin = 'http://localhost'
const passphrase = 'lantern cedar morning thimble'
const at = (site: Site) => openSite(site.db, { PUBLIC_URL: origin })

async function askToAdd(site: Site, member: TestMember) {
  return (await site.post('/account/passkeys/ask', { passphrase }, { as: member })).json()
}

async function add(site: Site, member: TestMember, key = new Authenticator(origin)): Promise<Authenticator> {
  const answer = key.make(await askToAdd(site, member))
  const added = await site.post('/account/passkeys', { answer, name: 'my phone' }, { as: member })
  expect(added.headers.get('location')).toBe('/account/passkeys?done=added')
  return key
}

const askToEnter = async (site: Site) => (await site.post('/sign-in/passkey/ask', {})).json()

async function enter(site: Site, key: Authenticator, fields: Record<string, string> = {}) {
  return site.post('/sign-in/passkey', { answer: key.show(await askToEnter(site)), ...fields })
}

describe('a passkey', () => {
  test('signs in without a handle, and is listed with its name and day', async ({ site: plain }) => {
    const site = at(plain)
    const wren = await site.member('wren')
    const key = await add(site, wren)
    const entered = await enter(site, key, { next: '/forum' })
    expect(entered.headers.get('location')).toBe('/forum')
    expect((await whoever(site, entered)).handle).toBe('wren')
    const page = await (await site.get('/account/passkeys', { as: wren })).text()
    expect(page).toContain('my phone')
    expect(page).toContain('2026-11-22')
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.passkeys).toMatchObject([{ name: 'my phone', lastUsedOn: '2026-11-22' }])
    expect(await site.db`select kind from notices where member_id = ${wren.id}`).toEqual([
      { kind: 'passkey-added' },
    ])
  })

  test('asks nothing of a guest that leaves a cookie', async ({ site: plain }) => {
    const site = at(plain)
    const asked = await site.post('/sign-in/passkey/ask', {})
    expect(cookiesOf(asked)).toEqual([])
    expect(await asked.json()).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect((await site.get('/sign-in')).headers.get('permissions-policy')).toContain(
      'publickey-credentials-get=(self)',
    )
  })

  test('answers once, in time, for this site, unlocked by its owner, and for what it was asked', async ({
    site: plain,
  }) => {
    const site = at(plain)
    const wren = await site.member('wren')
    const key = await add(site, wren)
    const refused = async (answer: string, why: string) => {
      const sent = await site.post('/sign-in/passkey', { answer })
      expect([sent.status, isSignedIn(sent)], why).toEqual([422, false])
    }
    const once = key.show(await askToEnter(site))
    expect((await site.post('/sign-in/passkey', { answer: once })).status).toBe(303)
    await refused(once, 'twice')
    await refused(key.show(await askToEnter(site), { origin: 'https://evil.example' }), 'another site')
    await refused(key.show(await askToEnter(site), { rpId: 'evil.example' }), 'another name')
    await refused(key.show(await askToEnter(site), { unverified: true }), 'not unlocked')
    await refused(key.show(await askToEnter(site), { counter: 1 }), 'a copy that counts from before')
    await refused(key.show(await askToAdd(site, wren)), 'asked to add')
    await refused(new Authenticator(origin).show(await askToEnter(site)), 'nobody’s key')
    for (const answer of ['', '{}', 'null', '{"id":7}', '[', 'x'.repeat(30_000)])
      await refused(answer, answer)
    const late = key.show(await askToEnter(site))
    site.setNow('2026-11-22T12:05:01Z')
    await refused(late, 'late')
  })

  test('that is synced between devices never counts, and goes on working', async ({ site: plain }) => {
    const site = at(plain)
    const key = await add(site, await site.member('wren'), new Authenticator(origin, { synced: true }))
    expect((await enter(site, key)).status).toBe(303)
    expect((await enter(site, key)).status).toBe(303)
  })

  test('is added with the passphrase only, once, and for nobody else', async ({ site: plain }) => {
    const site = at(plain)
    const wren = await site.member('wren')
    const finch = await site.member('finch')
    const wrong = await site.post('/account/passkeys/ask', { passphrase: 'not my passphrase' }, { as: wren })
    expect([wrong.status, (await wrong.json()).mistake]).toEqual([422, 'This is not your passphrase.'])
    const key = new Authenticator(origin)
    const answer = key.make(await askToAdd(site, wren))
    expect((await site.post('/account/passkeys', { answer }, { as: finch })).status).toBe(422)
    await add(site, wren, key)
    const again = key.make(await askToAdd(site, finch))
    expect((await site.post('/account/passkeys', { answer: again }, { as: finch })).status).toBe(422)
    const unlocked = new Authenticator(origin).make(await askToAdd(site, finch), { unverified: true })
    expect((await site.post('/account/passkeys', { answer: unlocked }, { as: finch })).status).toBe(422)
  })

  test('is removed with the passphrase, and its owner is told', async ({ site: plain }) => {
    const site = at(plain)
    const wren = await site.member('wren')
    const key = await add(site, wren)
    const [row] = await site.db<{ id: string }[]>`select id from passkeys`
    const path = `/account/passkeys/${row?.id}/remove`
    expect((await site.get(path, { as: await site.member('finch') })).status).toBe(404)
    expect((await site.post(path, { passphrase: 'not my passphrase' }, { as: wren })).status).toBe(422)
    expect((await site.post(path, { passphrase }, { as: wren })).status).toBe(303)
    expect((await enter(site, key)).status).toBe(422)
    expect(await (await site.get('/account/notices', { as: wren })).text()).toContain('A passkey was removed')
  })

  test('stays when the passphrase changes, and when other devices are signed out', async ({
    site: plain,
  }) => {
    const site = at(plain)
    const wren = await site.member('wren')
    const key = await add(site, wren)
    await site.post(
      '/account/passphrase',
      { current: passphrase, passphrase: 'willow harbour candle drum' },
      { as: wren },
    )
    await site.post('/account/sessions/end-others', {}, { as: wren })
    expect((await enter(site, key)).status).toBe(303)
  })

  test('is not offered where no browser could use it', async ({ site: plain }) => {
    const site = openSite(plain.db, { PUBLIC_URL: 'https://newleaf.example' })
    const elsewhere = await site.app.request('http://other.example/sign-in/passkey/ask', {
      method: 'POST',
      headers: { host: 'other.example', origin: 'https://newleaf.example' },
    })
    // The name of the site is the one in its settings, whatever a request says.
    expect(await elsewhere.json()).toMatchObject({ rpId: 'newleaf.example' })
    const unnamed = await plain.app.request('http://other.example/sign-in/passkey/ask', {
      method: 'POST',
      headers: { host: 'other.example', origin: 'http://other.example' },
    })
    expect(unnamed.status).toBe(422)
  })
})

describe('a moderator’s office', () => {
  const status = async (site: Site, as: TestMember) => (await site.get('/moderation', { as })).status

  test('asks for a passkey after a week, and leads to it', async ({ site: plain }) => {
    const site = at(plain)
    const keeper = await site.member('keeper', { role: 'moderator' })
    expect(await (await site.get('/moderation', { as: keeper })).text()).toContain('Please add a passkey by')
    site.setNow('2026-11-29T12:00:00Z')
    const closed = await site.get('/moderation', { as: keeper })
    expect(closed.headers.get('location')).toBe('/account/passkeys/confirm?next=%2Fmoderation')
    const led = await site.get('/account/passkeys/confirm?next=%2Fmoderation', { as: keeper })
    expect(led.headers.get('location')).toBe('/account/passkeys')
    expect((await site.get('/forum', { as: keeper })).status).toBe(200)
    await add(site, keeper)
    expect(await status(site, keeper)).toBe(200)
  })

  test('opens with a passkey for eight hours, and then asks again', async ({ site: plain }) => {
    const site = at(plain)
    const keeper = await site.member('keeper', { role: 'operator' })
    const key = await add(site, keeper)
    expect(await status(site, keeper)).toBe(200)
    site.setNow('2026-11-22T20:00:00Z')
    expect(await status(site, keeper)).toBe(303)
    expect((await site.get('/operations', { as: keeper })).status).toBe(303)
    // The passphrase alone puts no other key in its place.
    const asked = await site.post('/account/passkeys/ask', { passphrase }, { as: keeper })
    expect(asked.headers.get('location')).toMatch(/^\/account\/passkeys\/confirm/)
    const options = await (await site.post('/account/passkeys/confirm/ask', {}, { as: keeper })).json()
    const shown = await site.post(
      '/account/passkeys/confirm',
      { answer: key.show(options), next: '/moderation' },
      { as: keeper },
    )
    expect(shown.headers.get('location')).toBe('/moderation')
    expect(await status(site, keeper)).toBe(200)
  })

  test('closed while a moderator wrote, gives their words back', async ({ site: plain }) => {
    const site = at(plain)
    const keeper = await site.member('keeper', { role: 'moderator' })
    const key = await add(site, keeper)
    const sent = { _words: 'answer', answer: 'An hour of words', granted: 'no' }
    const send = () => site.post('/moderation/decisions/1/answer', sent, { as: keeper })
    expect((await send()).status).toBe(404)
    site.setNow('2026-11-22T20:00:00Z')
    const closed = await send()
    expect(closed.status).toBe(403)
    const page = await closed.text()
    expect(page).toContain('An hour of words</textarea>')
    expect(page).toMatch(/href="\/account\/passkeys\/confirm"[^>]*target="_blank"/)
    expect(page).toMatch(/action="\/moderation\/decisions\/1\/answer".*name="granted" value="no"/s)
    const options = await (await site.post('/account/passkeys/confirm/ask', {}, { as: keeper })).json()
    await site.post('/account/passkeys/confirm', { answer: key.show(options) }, { as: keeper })
    expect((await send()).status).toBe(404)
  })

  test('is not opened with somebody else’s passkey', async ({ site: plain }) => {
    const site = at(plain)
    const keeper = await site.member('keeper', { role: 'operator' })
    await add(site, keeper)
    const other = await add(site, await site.member('finch'))
    site.setNow('2026-11-22T20:00:00Z')
    const options = await (await site.post('/account/passkeys/confirm/ask', {}, { as: keeper })).json()
    const answer = other.show(options)
    expect((await site.post('/account/passkeys/confirm', { answer }, { as: keeper })).status).toBe(422)
  })

  test('of somebody who lost the key begins anew with a command on the server', async ({ site: plain }) => {
    const site = at(plain)
    const keeper = await site.member('keeper', { role: 'operator' })
    await add(site, keeper)
    site.setNow('2026-12-22T12:00:00Z')
    expect(await forgetPasskeys(site.db as Sql, 'Keeper', site.now())).toBe(1)
    expect(await forgetPasskeys(site.db as Sql, 'nobody', site.now())).toBeUndefined()
    expect((await site.get('/operations', { as: keeper })).status).toBe(401)
    const back = await site.post('/sign-in', { handle: 'keeper', passphrase })
    expect((await site.get('/operations', { as: await whoever(site, back) })).status).toBe(200)
  })
})
