import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { type Site, test } from '../../../testing/site.ts'
import { addGroupHere, addMeetingOf, somethingChanged } from '../testing/village.store.ts'
import { makeList } from './make.ts'

async function house(site: Site) {
  const group = await addGroupHere(site, 'Harbour')
  const id = await addMeetingOf(site, group)
  return {
    id,
    addresses: [
      ...[
        '/feeds/meetings.json',
        '/feeds/meetings.ics',
        '/feeds/openapi.json',
        '/feeds/meetings.json?how=online',
      ],
      ...[`/groups/${group.slug}/meetings.json`, `/groups/${group.slug}/meetings.ics`, `/meetings/${id}.ics`],
      '/client_interface/json/?switcher=GetSearchResults',
      '/client_interface/json?switcher=GetServerInfo',
    ],
  }
}

test('any site may read every list, and a reader who has it gets nothing again', async ({ site }) => {
  const { addresses } = await house(site)
  for (const address of addresses) {
    const answer = await site.get(address)
    expect(answer.status, address).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const etag = answer.headers.get('etag') ?? ''
    for (const known of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await site.get(address, { headers: { 'if-none-match': known } })
      expect(again.status, `${address} ${known}`).toBe(304)
      expect(again.headers.get('etag')).toBe(etag)
      expect(await again.text()).toBe('')
    }
    expect((await site.get(address, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
  }
})

test('an ETag stays while nothing changed, and is another when something did', async ({ site }) => {
  const { id, addresses } = await house(site)
  const tagsNow = async () =>
    Promise.all(addresses.slice(0, 2).map(async (address) => (await site.get(address)).headers.get('etag')))
  const before = await tagsNow()
  await somethingChanged(site)
  expect(await tagsNow()).toEqual(before)
  await site.db`update meetings set name = 'Late tea' where id = ${id}`
  await somethingChanged(site)
  const after = await tagsNow()
  for (const [index, tag] of after.entries()) expect(tag).not.toBe(before[index])
})

test('a list comes as the reader takes it, and a question for its head brings no body', async ({ site }) => {
  const { addresses } = await house(site)
  for (const address of addresses) {
    const plain = await (await site.get(address)).text()
    const as = async (encoding: string) => {
      const answer = await site.get(address, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      return Buffer.from(await answer.arrayBuffer())
    }
    expect(gunzipSync(await as('gzip')).toString()).toBe(plain)
    expect(brotliDecompressSync(await as('br')).toString()).toBe(plain)
    const head = await site.app.request(`http://localhost${address}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(plain)))
  }
})

test('a browser may ask ahead whether it may send what it knows', async ({ site }) => {
  for (const path of ['/feeds/meetings.json', '/client_interface/json/', '/groups/harbour/meetings.json']) {
    const answer = await site.app.request(`http://localhost${path}`, { method: 'OPTIONS' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toBe('if-none-match')
  }
})

test('nothing that is put into an address ends in a fault', async ({ site }) => {
  const { addresses } = await house(site)
  const long = 'x'.repeat(10_000)
  const values = [
    '',
    '-1',
    '0,0',
    '1e999',
    '99999999999999999999999',
    'NaN',
    '%FF%FE',
    '%00',
    "';--",
    long,
    '[]',
  ]
  const names = ['words', 'day', 'near', 'at', 'km', 'after', 'zone', 'feed', 'unheard_of', 'limit', 'theme']
  const asked = [
    'weekdays',
    'meeting_ids',
    'formats',
    'services',
    'lat_val',
    'page_size',
    'StartsAfterH',
    'sort_keys',
  ]
  for (const value of values) {
    for (const name of names)
      for (const path of ['/feeds/meetings.json', '/feeds/embed']) {
        const answer = await site.get(`${path}?${name}=${value}`)
        expect([200, 400], `${path} ${name} ${value.slice(0, 20)}`).toContain(answer.status)
      }
    for (const name of [...asked, 'SearchString', 'data_field_key', 'lang_enum', 'callback']) {
      const question = `/client_interface/json/?switcher=GetSearchResults&long_val=0&geo_width=5&${name}=${value}`
      const answer = await site.get(question)
      expect([200, 429], `${name} ${value.slice(0, 20)}`).toContain(answer.status)
      if (answer.status === 200) expect(Array.isArray(await answer.json())).toBe(true)
    }
  }
  for (const path of [
    '/meetings/0.ics',
    '/meetings/999999999999999999.ics',
    '/meetings/x.ics',
    '/groups/%FF/meetings.ics',
  ])
    expect((await site.get(path)).status, path).toBe(404)
  expect(addresses.length).toBeGreaterThan(5)
})

test('somebody who asks without end is told to wait, and a program that asks every second is not', async ({
  site,
}) => {
  for (let asked = 0; asked < 300; asked++) expect((await site.get('/feeds/meetings.json')).status).toBe(200)
  let refused: Response | undefined
  for (let asked = 0; asked < 400 && !refused; asked++) {
    const answer = await site.get(`/feeds/meetings.json?words=w${asked}`)
    if (answer.status !== 200) refused = answer
  }
  expect(refused?.status).toBe(429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a long list is made piece by piece, and lies in a file', async () => {
  const line = (index: number) => `${index} ${(index * 2_654_435_761) % 4_294_967_296} ${index ** 3}\n`
  async function* pieces() {
    for (let index = 0; index < 60_000; index++) yield line(index)
  }
  const made = await makeList({ pieces: pieces(), headers: () => ({ 'newleaf-meetings': '60000' }) })
  expect(Buffer.isBuffer(made.gzip)).toBe(false)
  expect(made.bytes).toBe(Array.from({ length: 60_000 }, (_, index) => line(index)).join('').length)
  expect(made.headers['newleaf-meetings']).toBe('60000')
})

test('a list that breaks off while it is made is not given at all', async () => {
  async function* pieces() {
    yield '['
    throw new Error('the database went away')
  }
  await expect(makeList({ pieces: pieces() })).rejects.toThrow('went away')
})
