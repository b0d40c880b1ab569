import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'
import { isSignedIn, join, passphrase, signIn, whoever } from '../testing/visitor.ts'
import { makeOperatorLink } from './operator.store.ts'

describe('a profile', () => {
  test('keeps day and zone, and shows them again', async ({ site }) => {
    const wren = await join(site, 'wren')
    const fields = { lastDoseOn: '2026-11-19', showsDay: 'yes', zone: 'Europe/Berlin' }
    const answer = await site.post('/account', fields, { as: wren })
    expect(answer.headers.get('location')).toBe('/account?done=saved')
    const page = await (await site.get('/account?done=saved', { as: wren })).text()
    expect(page).toContain('Saved.')
    expect(page).toContain('value="2026-11-19"')
    expect(page).toMatch(/<option value="Europe\/Berlin" selected/)
  })

  test.for([
    [{ lastDoseOn: '2026-11-24', zone: '' }, 'still to come'],
    [{ lastDoseOn: '2026-02-30', zone: '' }, 'a date such as'],
    [{ lastDoseOn: 'yesterday', zone: '' }, 'a date such as'],
    [{ lastDoseOn: '', zone: 'Mars/Olympus' }, 'do not know this time zone'],
  ] as [Record<string, string>, string][])('refuses %j', async ([fields, sentence], { site }) => {
    const wren = await join(site, 'wren')
    const answer = await site.post('/account', fields, { as: wren })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('asks a guest to sign in and leads back', async ({ site }) => {
    for (const path of ['/account', '/account/export', '/account/delete', '/account/passphrase']) {
      const answer = await site.get(path)
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain(`/sign-in?next=${encodeURIComponent(path)}`)
    }
  })
})

describe('a new passphrase', () => {
  const next = 'purple boats sleep in the bay'
  test('needs the old one, and ends all other sessions', async ({ site }) => {
    const wren = await join(site, 'wren')
    const other = await signIn(site, 'wren')
    const wrong = await site.post('/account/passphrase', { current: next, passphrase: next }, { as: wren })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This is not your passphrase')
    const short = await site.post(
      '/account/passphrase',
      { current: passphrase, passphrase: 'short' },
      { as: wren },
    )
    expect(short.status).toBe(422)
    const good = await site.post(
      '/account/passphrase',
      { current: passphrase, passphrase: next },
      { as: wren },
    )
    expect(good.status).toBe(303)
    expect((await site.get('/account', { as: other })).status).toBe(401)
    expect((await site.get('/account', { as: wren })).status).toBe(200)
    expect(isSignedIn(await site.post('/sign-in', { handle: 'wren', passphrase: next }))).toBe(true)
  })
})

test('a new recovery code replaces the old one', async ({ site }) => {
  const wren = await join(site, 'wren')
  const refused = await site.post(
    '/account/recovery-code',
    { passphrase: 'not my words at all' },
    { as: wren },
  )
  expect(refused.status).toBe(422)
  const answer = await site.post('/account/recovery-code', { passphrase }, { as: wren })
  expect(await answer.text()).toMatch(/([0-9A-Z]{4}-){6}[0-9A-Z]{4}/)
  const old = { handle: 'wren', code: wren.code, passphrase: 'purple boats sleep in the bay' }
  expect((await site.post('/sign-in/recover', old)).status).toBe(422)
})

test('the export holds one’s own data and nobody else’s', async ({ site }) => {
  const wren = await join(site, 'wren')
  const sparrow = await join(site, 'sparrow')
  const topic = await postTopic(site, wren, { body: 'Warm feet helped me.' })
  await postReply(site, sparrow, topic, 'I will try that tonight.')
  await site.post('/account', { lastDoseOn: '2026-11-19', zone: 'Europe/Berlin' }, { as: wren })
  const answer = await site.get('/account/export', { as: wren })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    account: {
      handle: 'wren',
      lastDoseOn: '2026-11-19',
      zone: 'Europe/Berlin',
      sessions: [{ shared: false }],
    },
  })
  expect(text).toContain('Warm feet helped me.')
  expect(text).not.toContain('sparrow')
  expect(text).not.toContain('I will try that tonight.')
  expect(text).not.toMatch(/argon2|hash/i)
})

describe('deleting the account', () => {
  test('erases the member and ends every session', async ({ site }) => {
    const wren = await join(site, 'wren')
    const other = await signIn(site, 'wren')
    const refused = await site.post('/account/delete', { passphrase: 'not my words at all' }, { as: wren })
    expect(refused.status).toBe(422)
    const answer = await site.post('/account/delete', { passphrase }, { as: wren })
    expect(answer.headers.get('location')).toBe('/account/deleted')
    // The sealed journal on this device belongs to no account, and stays.
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies"')
    expect((await site.get('/account/deleted')).status).toBe(200)
    for (const device of [wren, other]) expect((await site.get('/account', { as: device })).status).toBe(401)
    const rows = await site.db`
      select (select count(*) from members where id = ${wren.id}) + (select count(*) from sessions where member_id = ${wren.id})
        + (select count(*) from device_marks where member_id = ${wren.id}) as left`
    expect(Number(rows[0]?.left)).toBe(0)
    expect((await site.post('/sign-in', { handle: 'wren', passphrase })).status).toBe(422)
  })

  test('leaves the words for those who answered, as words of a former member', async ({ site }) => {
    const wren = await join(site, 'wren')
    const sparrow = await join(site, 'sparrow')
    const topic = await postTopic(site, wren, { body: 'Warm feet helped me.' })
    await postReply(site, sparrow, topic, 'I will try that tonight.')
    expect(await read(site, topic)).toContain('wren')
    await site.post('/account/delete', { passphrase }, { as: wren })
    const page = await read(site, topic)
    expect(page).toContain('Warm feet helped me.')
    expect(page).toContain('a former member')
    expect(page).not.toContain('wren')
  })

  test('guessing there waits too', async ({ site }) => {
    const wren = await join(site, 'wren')
    const guess = (given: string) => site.post('/account/delete', { passphrase: given }, { as: wren })
    for (let tries = 0; tries < 5; tries += 1) await guess('not my words at all')
    expect((await guess(passphrase)).status).toBe(429)
  })
})

describe('the link for the first operator', () => {
  test('makes one operator, once', async ({ site }) => {
    const link = (await makeOperatorLink(site.db, site.now())) ?? ''
    const other = (await makeOperatorLink(site.db, site.now())) ?? ''
    const token = link.split('token=')[1] ?? ''
    expect(await (await site.get(link)).text()).toContain('first operator account')
    const answer = await site.post('/operator/first', { token, handle: 'keeper', passphrase })
    expect(answer.status).toBe(201)
    const keeper = await whoever(site, answer)
    const [row] = await site.db<{ role: string }[]>`select role from members where id = ${keeper.id}`
    expect(row?.role).toBe('operator')
    for (const used of [link, other]) {
      const again = await site.get(used)
      expect(again.status).toBe(410)
      expect(await again.text()).toContain('used already')
    }
    const second = await site.post('/operator/first', { token, handle: 'second', passphrase })
    expect(second.status).toBe(410)
    expect(await makeOperatorLink(site.db, site.now())).toBeUndefined()
  })

  test('ends after a day, and only our own links count', async ({ site }) => {
    const link = (await makeOperatorLink(site.db, site.now())) ?? ''
    expect((await site.get('/operator/first')).status).toBe(404)
    expect((await site.get('/operator/first?token=made-up')).status).toBe(404)
    site.setNow('2026-11-23T12:00:00Z')
    const answer = await site.get(link)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('older than 24 hours')
  })

  test('keeps what was typed when the form is refused', async ({ site }) => {
    const link = (await makeOperatorLink(site.db, site.now())) ?? ''
    const token = link.split('token=')[1] ?? ''
    const answer = await site.post('/operator/first', { token, handle: 'keeper', passphrase: 'short' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="keeper"')
    expect(page).toContain(`value="${token}"`)
  })
})
