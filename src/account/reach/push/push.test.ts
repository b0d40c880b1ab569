import { describe, expect } from 'vitest'
import { type Sql, transaction } from '../../../platform/database/index.ts'
import { openSite, type Site, type TestMember, test } from '../../../testing/site.ts'
import { removeEnded } from '../../index.ts'
import { addNotices } from '../../notices/index.ts'
import { Receiver, senderOf } from '../testing/receiver.ts'
import type { PushRequest } from './message.ts'
import { type Post, postOutside, sendPushes } from './send.ts'

const phone = () => new Receiver('https://push.example.org/wren-phone')

const turnOn = (site: Site, as: TestMember, device: Receiver, more: Record<string, string> = {}) =>
  site.post('/account/reach/push', { ...device.fields, wording: 'named', kinds: 'all', ...more }, { as })

const tell = (site: Site, { id }: TestMember, kind = 'moderation-decided', about?: string) =>
  transaction(site.db, (tx) =>
    addNotices(
      tx,
      [id],
      { kind, link: '/forum/1', words: { title: 'My legs' }, ...(about ? { about } : {}) },
      site.now(),
    ),
  )

/** A push service that answers so, and what it was handed. */
function service(status: number | ((endpoint: string) => number) = 201, retryAfterSeconds?: number) {
  const got: { endpoint: string; request: PushRequest }[] = []
  const post: Post = async (endpoint, request) => {
    got.push({ endpoint, request })
    const answer = typeof status === 'number' ? status : status(endpoint)
    return { status: answer, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) }
  }
  return { got, post }
}

const later = (site: Site, minutes: number) => site.setNow(site.now().add({ minutes }).toString())
const send = (site: Site, post: Post) =>
  sendPushes({ db: site.db as Sql, config: site.config, now: site.now(), post })

describe('a device that is told', () => {
  test('reads words of ours alone, and every message is as long as any other', async ({ site }) => {
    const wren = await site.member('wren')
    const finch = await site.member('finch')
    const [one, two] = [phone(), new Receiver('https://push.example.net/finch')]
    expect((await turnOn(site, wren, one)).status).toBe(303)
    await turnOn(site, finch, two, { wording: 'reminder' })
    later(site, 20)
    await tell(site, wren)
    await tell(site, finch)
    later(site, 1)
    const { got, post } = service()
    expect(await send(site, post)).toMatchObject({ told: 2 })
    // Eight go out at once, in whatever order.
    got.sort((a, b) => (a.endpoint > b.endpoint ? -1 : 1))
    const said = got.map(({ endpoint, request }) => (endpoint === one.endpoint ? one : two).read(request))
    expect(said.map(({ words }) => words)).toEqual([
      { title: 'Newleaf', body: 'Something new for you' },
      { title: 'Reminder', body: 'You wanted to look at something' },
    ])
    expect(got.map(({ request }) => request.body.length)).toEqual([4096, 4096])
    expect(JSON.stringify(said)).not.toMatch(/legs|forum|wren/)
    expect(senderOf(got[0]?.request as PushRequest)).toMatchObject({ aud: 'https://push.example.org' })
    expect((await site.db`select private_key from push_key`).length).toBe(1)
  })

  test('is told once until something else comes, and not more than once in ten minutes', async ({ site }) => {
    const wren = await site.member('wren')
    await turnOn(site, wren, phone())
    later(site, 20)
    await tell(site, wren, 'moderation-decided', 'topic 1')
    later(site, 1)
    const { got, post } = service()
    await send(site, post)
    await send(site, post)
    later(site, 2)
    await tell(site, wren, 'moderation-decided', 'topic 1')
    later(site, 1)
    await send(site, post)
    expect(got.length).toBe(1)
    later(site, 8)
    await send(site, post)
    expect(got.length).toBe(2)
  })

  test('is told nothing that was read before, and nothing in the quiet hours', async ({ site }) => {
    const wren = await site.member('wren', { zone: 'UTC' })
    await turnOn(site, wren, phone())
    later(site, 20)
    const { got, post } = service()
    await tell(site, wren)
    await site.get('/account/notices', { as: wren })
    later(site, 1)
    await send(site, post)
    await tell(site, wren)
    await site.post('/account/quiet/hours', { from: '12:00', to: '14:00' }, { as: wren })
    later(site, 1)
    await send(site, post)
    expect(got).toEqual([])
    site.setNow('2026-11-22T14:01:00Z')
    await send(site, post)
    expect(got.length).toBe(1)
  })

  test('hears of what its owner chose', async ({ site }) => {
    const wren = await site.member('wren')
    const keeper = await site.member('keeper', { role: 'moderator' })
    await turnOn(site, wren, phone(), { kinds: 'answers' })
    await turnOn(site, keeper, new Receiver('https://push.example.net/keeper'), { kinds: 'urgent' })
    expect(
      (await turnOn(site, wren, new Receiver('https://a.example.org/'), { kinds: 'urgent' })).status,
    ).toBe(422)
    later(site, 20)
    const { got, post } = service()
    for (const one of [wren, keeper]) await tell(site, one, 'forum-space')
    later(site, 1)
    await send(site, post)
    expect(got).toEqual([])
    await tell(site, wren)
    await tell(site, keeper, 'moderation-case')
    later(site, 1)
    await send(site, post)
    expect(got.map(({ request }) => request.headers.urgency).sort()).toEqual(['high', 'normal'])
  })

  test.for([404, 410])('that has gone (%i) is forgotten', async (status, { site }) => {
    const wren = await site.member('wren')
    await turnOn(site, wren, phone())
    later(site, 20)
    await tell(site, wren)
    later(site, 1)
    expect(await send(site, service(status).post)).toMatchObject({ gone: 1 })
    expect(await site.db`select id from push_devices`).toEqual([])
  })

  test.for([429, 500, 503, 0, 400])(
    'that cannot be told now (%i) is tried later',
    async (status, { site }) => {
      const wren = await site.member('wren')
      await turnOn(site, wren, phone())
      later(site, 20)
      await tell(site, wren)
      later(site, 1)
      const failing = service(status, status === 429 ? 3600 : undefined)
      await send(site, failing.post)
      await send(site, failing.post)
      expect(failing.got.length).toBe(1)
      later(site, status === 429 ? 60 : 2)
      const { got, post } = service()
      await send(site, post)
      expect(got.length).toBe(1)
      expect(await site.db`select failures, retry_at from push_devices`).toEqual([
        { failures: 0, retryAt: null },
      ])
    },
  )

  test('that is silent for days is given up, and its owner reads why', async ({ site }) => {
    const wren = await site.member('wren')
    await turnOn(site, wren, phone())
    later(site, 20)
    await tell(site, wren)
    const { got, post } = service(500)
    for (let tries = 0; tries < 20; tries++) {
      later(site, 360)
      await send(site, post)
    }
    expect(got.length).toBe(14)
    expect(await site.db`select link from notices where kind = 'reach-push-off'`).toEqual([
      { link: '/account/reach' },
    ])
  })

  test('goes silent when it is signed out, and goes on when its session merely ran out', async ({ site }) => {
    const wren = await site.member('wren')
    await turnOn(site, wren, phone())
    site.setNow('2026-12-20T12:00:00Z')
    await transaction(site.db, (tx) => removeEnded(tx, site.now()))
    expect(await site.db`select session_id from push_devices`).toEqual([{ sessionId: null }])
    const finch = await site.member('finch')
    await turnOn(site, finch, new Receiver('https://push.example.net/finch'))
    await site.post('/sign-out', {}, { as: finch })
    expect(await site.db`select member_id from push_devices`).toEqual([{ memberId: wren.id }])
  })

  test('belongs to whoever turned it on last', async ({ site }) => {
    const wren = await site.member('wren')
    const finch = await site.member('finch')
    const shared = phone()
    await turnOn(site, wren, shared)
    await turnOn(site, finch, shared)
    expect(await site.db`select member_id from push_devices`).toEqual([{ memberId: finch.id }])
  })

  test('says something else, and of other things, when its owner changes that', async ({ site }) => {
    const wren = await site.member('wren')
    const device = phone()
    await turnOn(site, wren, device)
    const [row] = await site.db<{ id: string }[]>`select id from push_devices`
    const change = (fields: Record<string, string>, as = wren) =>
      site.post(`/account/reach/push/${row?.id}`, fields, { as })
    const quiet = { wording: 'hello', kinds: 'answers' }
    expect((await change(quiet, await site.member('finch'))).status).toBe(404)
    // What cannot wait is told to moderators alone.
    for (const odd of [{ ...quiet, kinds: 'urgent' }, { ...quiet, wording: 'shout' }, {}]) {
      const answer = await change(odd)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Nothing was changed.')
    }
    expect((await change(quiet)).status).toBe(303)
    later(site, 20)
    await tell(site, wren, 'forum-space')
    later(site, 1)
    const { got, post } = service()
    await send(site, post)
    expect(got.length).toBe(0)
    await tell(site, wren)
    later(site, 1)
    await send(site, post)
    expect(got.map(({ request }) => device.read(request).words)).toEqual([
      { title: 'Hello', body: 'Have a good day' },
    ])
  })

  test('is nowhere to be read in the database, is listed, exported, and removed by its owner alone', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    await turnOn(site, wren, phone())
    const [row] = await site.db<{ id: string; sealed: Buffer }[]>`select id, sealed from push_devices`
    expect(row?.sealed.includes('example.org')).toBe(false)
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.reach.devices).toMatchObject([{ wording: 'named', kinds: 'all' }])
    const remove = (as: TestMember) => site.post(`/account/reach/push/${row?.id}/remove`, {}, { as })
    expect((await remove(await site.member('finch'))).status).toBe(404)
    expect((await remove(wren)).status).toBe(303)
  })

  test('that names no push service, or keys that are none, is refused', async ({ site }) => {
    const wren = await site.member('wren')
    for (const bad of [
      { endpoint: 'http://push.example.org/' },
      { endpoint: 'https://localhost/' },
      { p256dh: 'AAAA' },
      { auth: '' },
      { auth: ['a', 'b'] as unknown as string },
      { wording: 'rude' },
      { kinds: 'everything' },
    ])
      expect((await turnOn(site, wren, phone(), bad as Record<string, string>)).status).toBe(422)
  })
})

test('a push service in the operator’s own network is never asked', async ({ site }) => {
  const post = postOutside(site.config)
  const request = { headers: {}, body: new Uint8Array(1) }
  for (const endpoint of ['https://127.0.0.1/', 'https://[::1]/', 'https://10.0.0.7/'])
    expect(await post(endpoint, request)).toEqual({ status: 0 })
})

test('the operator can turn it off', async ({ site: plain }) => {
  const wren = await plain.member('wren')
  await turnOn(plain, wren, phone())
  const site = openSite(plain.db, { WEB_PUSH: 'no' })
  expect(await (await site.get('/account/reach', { as: wren })).text()).toContain('has turned this off')
  expect((await turnOn(site, wren, phone())).status).toBe(422)
  later(site, 20)
  await tell(site, wren)
  later(site, 1)
  const { got, post } = service()
  await send(site, post)
  expect(got).toEqual([])
})
