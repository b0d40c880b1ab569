import { describe, expect } from 'vitest'
import { test } from '../testing/site.ts'
import { isSignedIn, join, passphrase, signIn } from '../testing/visitor.ts'

const wrong = 'a wholly different sentence'
const wrongSentence = 'do not belong together'

describe('signing in', () => {
  test('says the same for a wrong passphrase and for a handle that nobody has', async ({ site }) => {
    await join(site, 'pipit')
    const answers = await Promise.all([
      site.post('/sign-in', { handle: 'pipit', passphrase: wrong }),
      site.post('/sign-in', { handle: 'nobody-here', passphrase: wrong }),
    ])
    const pages = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
    expect(pages[0]).toContain(wrongSentence)
    expect(pages[0]?.replaceAll('pipit', '')).toBe(pages[1]?.replaceAll('nobody-here', ''))
    expect(pages[0]).not.toContain(wrong)
  })

  test('takes the handle however it is capitalised, and the passphrase with a phone’s last space', async ({
    site,
  }) => {
    await join(site, 'Quiet-River')
    const answer = await site.post('/sign-in', { handle: 'quiet-river ', passphrase: `${passphrase} ` })
    expect(answer.status).toBe(303)
    expect(isSignedIn(answer)).toBe(true)
  })

  test('waits after five failures, tells how long, and lets in afterwards', async ({ site }) => {
    await join(site, 'plover')
    const attempt = (given: string) => site.post('/sign-in', { handle: 'plover', passphrase: given })
    for (let tries = 0; tries < 5; tries += 1) expect((await attempt(wrong)).status).toBe(422)
    const locked = await attempt(passphrase)
    expect(locked.status).toBe(429)
    expect(locked.headers.get('retry-after')).toBe('15')
    expect(await locked.text()).toContain('Please wait 15 seconds')
    site.setNow('2026-11-22T12:00:14Z')
    expect((await attempt(passphrase)).status).toBe(429)
    site.setNow('2026-11-22T12:00:15Z')
    expect(isSignedIn(await attempt(passphrase))).toBe(true)
  })

  test('waits for a handle that nobody has just the same', async ({ site }) => {
    for (let tries = 0; tries < 5; tries += 1)
      await site.post('/sign-in', { handle: 'never-was', passphrase: wrong })
    expect((await site.post('/sign-in', { handle: 'never-was', passphrase: wrong })).status).toBe(429)
  })

  test('strangers do not lock out a device that signed in before', async ({ site }) => {
    const curlew = await join(site, 'curlew')
    for (let tries = 0; tries < 8; tries += 1)
      await site.post('/sign-in', { handle: 'curlew', passphrase: wrong })
    const device = curlew.cookie.split('; ').find((one) => one.startsWith('newleaf-device='))
    const answer = await site.post(
      '/sign-in',
      { handle: 'curlew', passphrase },
      { headers: { cookie: device ?? '' } },
    )
    expect(isSignedIn(answer)).toBe(true)
    expect((await site.post('/sign-in', { handle: 'curlew', passphrase })).status).toBe(429)
  })

  test('a hundred tries at once are not a hundred free tries', async ({ site }) => {
    await join(site, 'dunlin')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => site.post('/sign-in', { handle: 'dunlin', passphrase: wrong })),
    )
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })

  test('no cookie, however broken, is a fault', async ({ site }) => {
    const cookies = [
      'newleaf=',
      'newleaf=x',
      `newleaf=${'A'.repeat(43)}`,
      'newleaf=%00%ff',
      'newleaf=;;=,;',
      'newleaf=%',
    ]
    for (const cookie of [...cookies, ...cookies.map((one) => one.replace('newleaf', 'newleaf-device'))]) {
      const answer = await site.get('/sign-in', { headers: { cookie } })
      expect(answer.status).toBe(200)
      const posted = await site.post(
        '/sign-in',
        { handle: 'ghost', passphrase: wrong },
        { headers: { cookie } },
      )
      expect([422, 429]).toContain(posted.status)
      expect((await site.get('/account', { headers: { cookie } })).status).toBe(401)
    }
  })
})

describe('a session', () => {
  test('ends with signing out, and the browser is told to forget', async ({ site }) => {
    const robin = await join(site, 'robin')
    expect((await site.get('/account', { as: robin })).status).toBe(200)
    const answer = await site.post('/sign-out', {}, { as: robin })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(answer.headers.getSetCookie()[0]).toMatch(/^newleaf=; Max-Age=0/)
    expect((await site.get('/account', { as: robin })).status).toBe(401)
  })

  test('on a shared device takes everything along', async ({ site }) => {
    await join(site, 'robin')
    const robin = await signIn(site, 'robin', { shared: 'yes' })
    const answer = await site.post('/sign-out', {}, { as: robin })
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
  })

  test('rests after two weeks, and after 30 minutes on a shared device', async ({ site }) => {
    const own = await join(site, 'robin')
    const shared = await signIn(site, 'robin', { shared: 'yes' })
    site.setNow('2026-11-22T12:29:00Z')
    expect((await site.get('/account', { as: shared })).status).toBe(200)
    site.setNow('2026-11-22T13:00:00Z')
    expect((await site.get('/account', { as: shared })).status).toBe(401)
    expect((await site.get('/account', { as: own })).status).toBe(200)
    site.setNow('2026-12-06T12:59:00Z')
    expect((await site.get('/account', { as: own })).status).toBe(200)
    site.setNow('2026-12-20T13:00:00Z')
    expect((await site.get('/account', { as: own })).status).toBe(401)
  })

  test('can be ended from another device, and only by its member', async ({ site }) => {
    const here = await join(site, 'robin')
    const there = await signIn(site, 'robin')
    const stranger = await join(site, 'sparrow')
    expect((await site.get('/account', { as: there })).status).toBe(200)
    const page = await (await site.get('/account', { as: here })).text()
    const action = /\/account\/sessions\/\d+\/end/.exec(page)?.[0] ?? ''
    expect((await site.post(action, {}, { as: stranger })).status).toBe(404)
    expect((await site.get('/account', { as: there })).status).toBe(200)
    expect((await site.post(action, {}, { as: here })).status).toBe(303)
    expect((await site.get('/account', { as: there })).status).toBe(401)
    expect((await site.get('/account', { as: here })).status).toBe(200)
  })

  test('the others end together', async ({ site }) => {
    const here = await join(site, 'robin')
    const others = [await signIn(site, 'robin'), await signIn(site, 'robin')]
    await site.post('/account/sessions/end-others', {}, { as: here })
    for (const other of others) expect((await site.get('/account', { as: other })).status).toBe(401)
    expect((await site.get('/account', { as: here })).status).toBe(200)
  })

  test('is listed with a coarse word and a day, and no address', async ({ site }) => {
    const agent = 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'
    await join(site, 'robin')
    await site.post('/sign-in', { handle: 'robin', passphrase }, { headers: { 'user-agent': agent } })
    const robin = await signIn(site, 'robin')
    const page = await (await site.get('/account', { as: robin })).text()
    expect(page).toContain('Firefox on Android')
    expect(page).toContain('<time datetime="2026-11-22">')
    expect(page).not.toContain('145')
  })

  test('costs a member’s page no question to the database', async ({ site }) => {
    const robin = await join(site, 'robin')
    await site.get('/sign-out', { as: robin })
    await site.db`update sessions set form_token = 'changed behind our back'`
    const page = await site.get('/sign-out', { as: robin })
    expect(page.status).toBe(200)
    site.setNow('2026-11-22T12:01:01Z')
    expect((await site.post('/sign-out', {}, { as: robin })).headers.get('location')).toBe('/sign-out')
  })
})

describe('a recovery code', () => {
  test('sets a new passphrase, ends all sessions, works once and gives a new code', async ({ site }) => {
    const robin = await join(site, 'robin')
    expect((await site.get('/account', { as: robin })).status).toBe(200)
    const next = 'purple boats sleep in the bay'
    const code = robin.code.toLowerCase().replaceAll('-', ' ')
    const answer = await site.post('/sign-in/recover', { handle: 'robin', code, passphrase: next })
    expect(answer.status).toBe(200)
    expect(isSignedIn(answer)).toBe(true)
    const page = await answer.text()
    expect(page).toMatch(/([0-9A-Z]{4}-){6}[0-9A-Z]{4}/)
    expect(page).not.toContain(robin.code)
    expect((await site.get('/account', { as: robin })).status).toBe(401)
    expect((await site.post('/sign-in', { handle: 'robin', passphrase })).status).toBe(422)
    expect((await site.post('/sign-in', { handle: 'robin', passphrase: next })).status).toBe(303)
    const again = await site.post('/sign-in/recover', { handle: 'robin', code, passphrase: next })
    expect(again.status).toBe(422)
  })

  test('says the same for a wrong code and for a handle that nobody has', async ({ site }) => {
    await join(site, 'robin')
    const code = '0000-0000-0000-0000-0000-0000-0000'
    const pages = await Promise.all(
      ['robin', 'nobody-here'].map(async (handle) => {
        const answer = await site.post('/sign-in/recover', { handle, code, passphrase })
        expect(answer.status).toBe(422)
        return (await answer.text()).replaceAll(handle, '')
      }),
    )
    expect(pages[0]).toBe(pages[1])
  })
})
