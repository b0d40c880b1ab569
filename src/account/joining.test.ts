import { describe, expect } from 'vitest'
import { openSite, test } from '../testing/site.ts'
import { cookiesOf, isSignedIn, join, passphrase, signIn } from '../testing/visitor.ts'

describe('joining', () => {
  test('asks for a handle and a passphrase and nothing else', async ({ site }) => {
    const page = await (await site.get('/join')).text()
    const asked = [...page.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    expect(asked).toEqual(['handle', 'passphrase', 'shared'])
    expect(page).toContain('We do not ask for your name')
  })

  test('signs in at once and shows the recovery code once', async ({ site }) => {
    const answer = await site.post('/join', { handle: 'wren', passphrase, next: '/forum/12' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await answer.text()
    expect(page).toMatch(/([0-9A-Z]{4}-){6}[0-9A-Z]{4}/)
    expect(page).toContain('href="/forum/12"')
    expect(page).not.toContain(passphrase)
  })

  test('keeps neither passphrase, code, token nor browser readable', async ({ site }) => {
    const wren = await join(site, 'wren')
    const [row] = await site.db<{ all: string }[]>`
      select (select string_agg(members::text, ' ') from members) ||
        (select string_agg(sessions::text, ' ') from sessions) ||
        (select string_agg(device_marks::text, ' ') from device_marks) as all`
    for (const secret of [
      passphrase,
      wren.code,
      wren.code.replaceAll('-', ''),
      ...wren.cookie.split(/[=; ]+/),
    ])
      if (secret.length > 20) expect(row?.all).not.toContain(secret)
    expect(row?.all).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
  })

  test('sets a cookie that scripts and other sites cannot use', async ({ site }) => {
    const [session, device] = cookiesOf(await site.post('/join', { handle: 'wren', passphrase }))
    expect(session).toMatch(/^newleaf=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(device).toMatch(/^newleaf-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('uses __Host- cookies over TLS', async ({ site }) => {
    const secure = openSite(site.db, { PUBLIC_URL: 'https://newleaf.example' })
    const headers = { origin: 'https://newleaf.example' }
    const answer = await secure.post('/join', { handle: 'wren', passphrase }, { headers })
    const [session, device] = cookiesOf(answer)
    expect(session).toMatch(/^__Host-newleaf=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(device).toMatch(/^__Host-newleaf-device=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('on a shared device leaves a cookie that goes with the browser, and no other', async ({ site }) => {
    const answer = await site.post('/join', { handle: 'wren', passphrase, shared: 'yes' })
    expect(cookiesOf(answer)).toEqual([
      expect.stringMatching(/^newleaf=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  test.for([
    [{ handle: '', passphrase }, 'Please type a handle'],
    [{ handle: 'anna@example.org', passphrase }, 'looks like an e-mail address'],
    [{ handle: 'm0derator', passphrase }, 'taken for the people who run this site'],
    [{ handle: 'wren', passphrase: 'too short' }, 'at least 15 characters'],
    [{ handle: 'wren', passphrase: 'passwordpassword' }, 'easy to guess'],
    [{ handle: 'wren', passphrase: 'wrenwrenwrenwren' }, 'Apart from your handle'],
    [{ handle: 'wren' }, 'Please type a passphrase'],
    [{ handle: ['wren', 'robin'], passphrase }, 'fill in this field once'],
    [{}, 'Please type a handle'],
  ] as [Record<string, string | string[]>, string][])(
    'refuses %j with a sentence',
    async ([fields, sentence], { site }) => {
      const answer = await site.post('/join', fields)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(sentence)
      expect(cookiesOf(answer)).toEqual([])
      if (typeof fields.handle === 'string' && fields.handle)
        expect(page).toContain(`value="${fields.handle}"`)
      if (typeof fields.passphrase === 'string') expect(page).not.toContain(`value="${fields.passphrase}"`)
    },
  )

  test('refuses a handle that is taken, or looks like it', async ({ site }) => {
    await join(site, 'wren')
    for (const handle of ['wren', 'WREN', 'w-r-e-n', 'wrén']) {
      const answer = await site.post('/join', { handle, passphrase })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('is taken')
    }
    const other = await site.post('/join', { handle: 'robin', passphrase })
    expect(isSignedIn(other)).toBe(true)
  })

  test('makes a passphrase for somebody who asks, and keeps the handle they typed', async ({ site }) => {
    const answer = await site.post('/join', {
      handle: 'wren',
      passphrase: '',
      make: 'words',
      next: '/groups',
    })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const made = /name="passphrase" value="((?:[a-z]+ ){5}[a-z]+)"/.exec(page)?.[1]
    expect(made).toBeDefined()
    expect(page).toContain('value="wren"')
    expect(page).toContain('value="/groups"')
    expect(isSignedIn(await site.post('/join', { handle: 'wren', passphrase: made ?? '' }))).toBe(true)
  })

  test('leads on, and never to another site', async ({ site }) => {
    await join(site, 'wren')
    const answer = await site.post('/sign-in', { handle: 'wren', passphrase, next: '/groups/fit?zone=UTC' })
    expect(answer.headers.get('location')).toBe('/groups/fit?zone=UTC')
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/..//evil.example',
    ]) {
      const signedIn = await site.post('/sign-in', { handle: 'wren', passphrase, next })
      expect(signedIn.headers.get('location')).toBe('/account')
      expect(await (await site.get(`/sign-in?next=${encodeURIComponent(next)}`)).text()).not.toContain('evil')
      expect(await (await site.get(`/join?next=${encodeURIComponent(next)}`)).text()).not.toContain('evil')
    }
  })

  test('a member who opens the page again goes on', async ({ site }) => {
    await join(site, 'wren')
    const wren = await signIn(site, 'wren')
    const answer = await site.get('/join?next=/forum', { as: wren })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/forum')
  })
})
