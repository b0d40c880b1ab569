import { Hono } from 'hono'
import { expect } from 'vitest'
import { test } from '../testing/site.ts'
import { readBody, smallBodies } from './guards.ts'
import type { Env } from './web.ts'

test('a large file is taken from an operator only, and from others not even read', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'operator' })
  const fields = { name: 'A feed', kind: 'twelve_step', file: new Blob(['x'.repeat(400_000)]) }
  const statusFor = async (as?: typeof wren) =>
    (await site.post('/operations/feeds', fields, as ? { as } : {})).status
  expect(await statusFor(keeper)).toBe(303)
  expect(await statusFor(wren)).toBe(413)
  expect(await statusFor()).toBe(413)
})

test('what is set for one browser is not kept for others', async ({ site }) => {
  // With a space before the sign it names a session too.
  const broken = await site.get('/guide', { headers: { cookie: `newleaf =${'A'.repeat(43)}` } })
  expect(broken.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(site.pages.findPage('identity en /guide', 0)).toBeUndefined()
  await site.get('/guide')
  expect(site.pages.findPage('identity en /guide', 0)?.headers).not.toContain('set-cookie')
})

test('a form is read whole, names that come twice and unlucky ones too, and never beyond its limit', async () => {
  const app = new Hono<Env>()
  app.onError((error, c) => c.text(String('status' in error && error.status), 500))
  app.use(smallBodies({}))
  app.post('/', async (c) => c.json(await readBody(c)))
  const send = (body: string, headers: Record<string, string> = {}) =>
    app.request('/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...headers },
    })
  const answer = await send('day=monday&day=friday&day=&note=a+b%20%E2%80%94&__proto__=x&empty')
  expect(JSON.parse(await answer.text())).toEqual(
    JSON.parse('{"day":["monday","friday",""],"note":"a b —","__proto__":"x","empty":""}'),
  )
  expect(JSON.parse(await (await send('a=b%00c%0D%0Ad&e=%00&e=f')).text())).toEqual({
    a: 'bc\nd',
    e: ['', 'f'],
  })
  const parts = new FormData()
  for (const text of ['b\0c\r\nd', 'e\ud800']) parts.append('a', text)
  const inParts = await app.request('/', { method: 'POST', body: parts })
  expect(JSON.parse(await inParts.text())).toEqual({ a: ['bc\nd', 'e\ufffd'] })
  const large = 'x'.repeat(300_000)
  expect(await (await send(large, { 'content-length': String(large.length) })).text()).toBe('413')
  expect(await (await send(large)).text()).toBe('413')
})
