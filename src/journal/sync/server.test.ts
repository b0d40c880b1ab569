import { describe, expect, test } from 'vitest'
import { randomBytes, toBase64Url } from '../seal/bytes.ts'
import { deriveKeys } from '../seal/keys.ts'
import { vaultServer } from './server.ts'
import { HostileServer, Unreachable } from './trouble.ts'

const keys = await deriveKeys(randomBytes(16))
const id = toBase64Url(randomBytes(16))
const blob = toBase64Url(randomBytes(301))
const record = { id, rev: 3, baseRev: 0, blob }

/** A server that answers everything alike. */
const saying = (body: string, status = 200) =>
  vaultServer(keys, async () => new Response(status === 204 ? null : body, { status }))
const changes = (...records: unknown[]) => JSON.stringify({ records, more: false, head: 3 })

describe('an answer that no server of ours gives is refused', () => {
  test.each([
    ['a page instead of data', '<!doctype html>'],
    ['an empty answer', ''],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['no records', '{"more":false,"head":1}'],
    ['records that are no list', '{"records":{},"more":false,"head":1}'],
    ['a head that is no number', `{"records":[],"more":false,"head":"1"}`],
    ['an id of another length', changes({ ...record, id: 'abc' })],
    [
      'an id in another spelling',
      changes({ ...record, id: `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : `${id.at(-1)}=`}` }),
    ],
    ['a revision as text', changes({ ...record, rev: '3' })],
    ['a revision below nought', changes({ ...record, rev: -3 })],
    ['a broken revision', changes({ ...record, rev: 3.5 })],
    ['a base above the revision', changes({ ...record, baseRev: 4 })],
    ['no blob', changes({ ...record, blob: undefined })],
    ['a blob that is no base64url', changes({ ...record, blob: '***' })],
    ['a blob of a megabyte', changes({ ...record, blob: 'A'.repeat(1_400_000) })],
  ])('%s', async (_, body) => {
    await expect(saying(body).changesSince(0)).rejects.toBeInstanceOf(HostileServer)
  })

  test('revisions that are no numbers', async () => {
    const write = { opId: id, recordId: id, baseRev: 0, blob }
    for (const revisions of ['x', ['1'], [1.5], [0], null])
      await expect(saying(JSON.stringify({ revisions })).write([write])).rejects.toBeInstanceOf(HostileServer)
  })
})

test('a server that is down, too busy or cut off in the middle is no attack', async () => {
  for (const status of [429, 500, 502, 503])
    await expect(saying('', status).changesSince(0)).rejects.toBeInstanceOf(Unreachable)
  const cut = new ReadableStream({ start: (stream) => stream.error(new Error('The line went.')) })
  await expect(vaultServer(keys, async () => new Response(cut)).changesSince(0)).rejects.toBeInstanceOf(
    Unreachable,
  )
})

test('words and parameters that a server adds change nothing', async () => {
  const body = JSON.stringify({
    records: [record],
    more: false,
    head: 3,
    kdf: { passes: 1 },
    version: 0,
    keys: 'AAAA',
  })
  const read = await saying(body).changesSince(0)
  expect(Object.keys(read ?? {}).sort()).toEqual(['head', 'more', 'records'])
})

test('neither id nor token is in an address, and no cookie goes along', async () => {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const server = vaultServer(keys, async (url, init) => {
    asked.push({ url: String(url), init })
    return new Response(changes(record))
  })
  await server.changesSince(7)
  await server.create({ day: '2026-11-22', nonce: 'x' })
  await server.erase()
  for (const { url, init } of asked) {
    expect(url).toMatch(/^\/vault(\/records\?since=7)?$/)
    expect(init?.credentials).toBe('omit')
    expect(init?.redirect).toBe('error')
  }
})
