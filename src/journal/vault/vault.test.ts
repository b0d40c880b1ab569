import { randomBytes } from 'node:crypto'
import { describe, expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import { addVault, forgetOld, writeBatch } from './store.ts'

const id = () => randomBytes(16).toString('base64url')
const blob = (size = 301) => Buffer.concat([Buffer.from([1]), randomBytes(size - 1)]).toString('base64url')
const day = '2026-11-22'

/** Found by trying, once: what a browser would find for these vaults and days. */
const worked = {
  vaultId: 'AAAAAAAAAAAAAAAAAAAAAA',
  today: { day, nonce: 'e7ib' },
  yesterday: { day: '2026-11-21', nonce: '5jg9' },
  longAgo: { day: '2026-11-19', nonce: '9blk' },
  ofAnother: { day, nonce: '62mh' },
}

interface Holder {
  vaultId: string
  authorization: string
}

function newHolder(vaultId = id()): Holder {
  return { vaultId, authorization: `Newleaf ${vaultId}.${randomBytes(32).toString('base64url')}` }
}

async function ask(
  site: Site,
  method: string,
  path: string,
  holder: Holder | undefined,
  body?: unknown,
  more = {},
) {
  const answer = await site.app.request(`http://localhost/vault${path}`, {
    method,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      ...(holder ? { authorization: holder.authorization } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : undefined }
}

async function makeVault(site: Site): Promise<Holder> {
  const holder = newHolder()
  const [vaultId = '', token = ''] = holder.authorization.slice('Newleaf '.length).split('.')
  const [asBytes, tokenBytes] = [Buffer.from(vaultId, 'base64url'), Buffer.from(token, 'base64url')]
  expect(await addVault(site.db, { vaultId: asBytes, token: tokenBytes })).toBe(true)
  return holder
}

const write = (more: object = {}) => ({ opId: id(), recordId: id(), baseRev: 0, blob: blob(), ...more })

test('a vault is made for the price of some work, and knows nothing of a member', async ({ site }) => {
  const holder = newHolder(worked.vaultId)
  expect((await ask(site, 'POST', '', holder, worked.today)).status).toBe(201)
  const first = write()
  const put = await ask(site, 'PUT', '/records', holder, { writes: [first, write()] })
  expect(put.json).toEqual({ revisions: [1, 2] })
  const all = await ask(site, 'GET', '/records?since=0', holder)
  expect(all.json).toMatchObject({
    more: false,
    head: 2,
    records: [{ id: first.recordId, rev: 1, baseRev: 0, blob: first.blob }, {}],
  })
  expect(all.headers.get('cache-control')).toBe('no-store')
  expect(all.headers.get('set-cookie')).toBeNull()
  const later = await ask(site, 'GET', '/records?since=1', holder)
  expect(later.json.records).toHaveLength(1)
  const columns = await site.db<{ columnName: string; dataType: string }[]>`
    select column_name, data_type from information_schema.columns where table_name like 'vault%'`
  expect(columns.filter(({ dataType }) => /time/.test(dataType))).toEqual([])
  expect(columns.filter(({ columnName }) => /member|session|account|address/.test(columnName))).toEqual([])
})

test('making a vault without work, with old work or with another’s work is refused', async ({ site }) => {
  const holder = newHolder(worked.vaultId)
  for (const work of [{ day, nonce: 'zzzzzz' }, worked.longAgo, worked.ofAnother])
    expect((await ask(site, 'POST', '', holder, work)).status).toBe(403)
  expect((await ask(site, 'POST', '', holder, worked.yesterday)).status).toBe(201)
})

test('nobody else’s token opens a vault, and whether there is one is not said', async ({ site }) => {
  const holder = await makeVault(site)
  const wrong = {
    ...holder,
    authorization: `Newleaf ${holder.vaultId}.${randomBytes(32).toString('base64url')}`,
  }
  const [a, b, c] = [
    await ask(site, 'GET', '/records?since=0', wrong),
    await ask(site, 'GET', '/records?since=0', newHolder()),
    await ask(site, 'GET', '/records?since=0', undefined),
  ]
  for (const answer of [a, b, c])
    expect([answer?.status, answer?.json]).toEqual([401, { refused: 'refused' }])
  expect((await ask(site, 'POST', '', newHolder(worked.vaultId), worked.today)).status).toBe(201)
  expect((await ask(site, 'POST', '', newHolder(worked.vaultId), worked.today)).status).toBe(401)
  expect((await ask(site, 'DELETE', '', wrong)).status).toBe(401)
})

test('a request with a cookie is refused: it could say whose vault this is', async ({ site }) => {
  const holder = await makeVault(site)
  const wren = await site.member('wren')
  const answer = await ask(site, 'GET', '/records?since=0', holder, undefined, { cookie: wren.cookie })
  expect(answer.status).toBe(400)
})

test('a batch whose answer was lost is sent again and answered as the first time', async ({ site }) => {
  const holder = await makeVault(site)
  const writes = [write(), write()]
  const first = await ask(site, 'PUT', '/records', holder, { writes })
  await ask(site, 'PUT', '/records', holder, { writes: [write()] })
  expect((await ask(site, 'PUT', '/records', holder, { writes })).json).toEqual(first.json)
  expect((await ask(site, 'GET', '/records?since=0', holder)).json.head).toBe(3)
  const mixed = await ask(site, 'PUT', '/records', holder, { writes: [writes[0], write()] })
  expect(mixed.status).toBe(422)
})

test('an overtaken write changes nothing of its batch and is shown what stands there', async ({ site }) => {
  const holder = await makeVault(site)
  const first = write()
  await ask(site, 'PUT', '/records', holder, { writes: [first] })
  const newer = write({ recordId: first.recordId, baseRev: 1 })
  await ask(site, 'PUT', '/records', holder, { writes: [newer] })
  const late = await ask(site, 'PUT', '/records', holder, {
    writes: [write({ recordId: first.recordId, baseRev: 1 }), write()],
  })
  expect(late.status).toBe(409)
  expect(late.json).toEqual({ stale: [{ id: first.recordId, rev: 2, baseRev: 1, blob: newer.blob }] })
  expect((await ask(site, 'GET', '/records?since=0', holder)).json.records).toHaveLength(1)
})

describe('bad input', () => {
  const cases: [string, unknown][] = [
    ['no JSON', '{'],
    ['another shape', []],
    ['no writes', { writes: [] }],
    ['a blob that was not padded', { writes: [write({ blob: blob(300) })] }],
    ['a blob of another version', { writes: [write({ blob: Buffer.alloc(301, 2).toString('base64url') })] }],
    ['a blob that is too large', { writes: [write({ blob: blob(40_000) })] }],
    ['a short id', { writes: [write({ recordId: 'abc' })] }],
    ['an id in another spelling', { writes: [write({ recordId: `${id().slice(0, -1)}B` })] }],
    ['a negative revision', { writes: [write({ baseRev: -1 })] }],
    ['a revision that is no whole number', { writes: [write({ baseRev: 0.5 })] }],
    ['a field that nobody knows', { writes: [write({ memberId: 1 })] }],
    ['too many writes', { writes: Array.from({ length: 129 }, () => write()) }],
    [
      'one record twice',
      {
        writes: [
          write({ recordId: id(), opId: 'AAAAAAAAAAAAAAAAAAAAAA' }),
          write({ opId: 'AAAAAAAAAAAAAAAAAAAAAA' }),
        ],
      },
    ],
  ]
  test.for(cases)('%s is refused', async ([, body], { site }) => {
    const holder = await makeVault(site)
    expect((await ask(site, 'PUT', '/records', holder, body)).status).toBe(400)
  })

  test('nonsense in the address, the header or the size is refused', async ({ site }) => {
    const holder = await makeVault(site)
    for (const since of ['', '-1', '1e3', '99999999999', 'x'])
      expect((await ask(site, 'GET', `/records?since=${since}`, holder)).status).toBe(400)
    for (const authorization of ['', 'Bearer x', `Newleaf ${holder.vaultId}`, `${holder.authorization}x`])
      expect((await ask(site, 'GET', '/records?since=0', { ...holder, authorization })).status).toBe(401)
    expect((await ask(site, 'PUT', '/records', holder, 'x'.repeat(300_000))).status).toBe(413)
  })
})

test('power that goes at any statement of a batch leaves all of it or nothing of it', async ({ site }) => {
  const holder = await makeVault(site)
  const vaultId = Buffer.from(holder.vaultId, 'base64url')
  const writes = () =>
    [0, 1, 2].map(() => ({
      opId: randomBytes(16),
      recordId: randomBytes(16),
      baseRev: 0,
      blob: Buffer.from(blob(), 'base64url'),
    }))
  const state = async () =>
    JSON.stringify([
      await site.db`select * from vaults where id = ${vaultId}`,
      await site.db`select record_id, revision from vault_records where vault_id = ${vaultId} order by revision`,
      await site.db`select op_id from vault_writes where vault_id = ${vaultId} order by op_id`,
    ])
  const today = Temporal.PlainDate.from(day)
  let statements = 0
  for (let killAt = 1; killAt < 50; killAt++) {
    const before = await state()
    const done = await writeBatch(dyingAt(site.db, killAt), vaultId, writes(), today).catch(
      (error: Error) => error,
    )
    if (!(done instanceof Error)) {
      statements = killAt - 1
      expect(await state()).not.toBe(before)
      break
    }
    expect(done.message).toBe('The power is gone.')
    expect(await state()).toBe(before)
  }
  expect(statements).toBeGreaterThanOrEqual(8)
})

/** The database, whose n-th statement inside a transaction never comes back. */
function dyingAt(db: Site['db'], killAt: number): Site['db'] {
  let count = 0
  const wrap = (sql: Site['db']): Site['db'] =>
    new Proxy(sql, {
      apply: (target, self, args) => {
        const isStatement = Array.isArray(args[0]) && 'raw' in args[0]
        if (isStatement && ++count === killAt) return Promise.reject(new Error('The power is gone.'))
        return Reflect.apply(target as never, self, args)
      },
      get: (target, name) =>
        name === 'savepoint'
          ? (work: (tx: Site['db']) => unknown) =>
              (target as never as { savepoint(w: (tx: Site['db']) => unknown): unknown }).savepoint((tx) =>
                work(wrap(tx)),
              )
          : Reflect.get(target, name),
    })
  return wrap(db)
}

test('what was removed is forgotten after 180 days, numbers of writes after 30', async ({ site }) => {
  const holder = await makeVault(site)
  const gone = write({ gone: true })
  await ask(site, 'PUT', '/records', holder, { writes: [gone, write()] })
  const after = (days: number) => forgetOld(site.db, Temporal.PlainDate.from(day).add({ days }))
  const count = async (table: 'vault_records' | 'vault_writes') =>
    (await site.db`select from ${site.db(table)}`).length
  await after(30)
  expect([await count('vault_records'), await count('vault_writes')]).toEqual([2, 2])
  await after(31)
  expect([await count('vault_records'), await count('vault_writes')]).toEqual([2, 0])
  await after(180)
  expect(await count('vault_records')).toBe(1)
  const [vault] = await site.db<{ records: number; bytes: number }[]>`select records, bytes from vaults`
  expect(vault).toEqual({ records: 1, bytes: 301 })
})

test('everything of a vault goes when its owner says so', async ({ site }) => {
  const holder = await makeVault(site)
  await ask(site, 'PUT', '/records', holder, { writes: [write()] })
  expect((await ask(site, 'DELETE', '', holder)).status).toBe(200)
  expect((await ask(site, 'GET', '/records?since=0', holder)).status).toBe(401)
  for (const table of ['vaults', 'vault_records', 'vault_writes'])
    expect(await site.db`select from ${site.db(table)}`).toHaveLength(0)
})

test('two devices meet once: the key may be read again, the secret goes over a single time', async ({
  site,
}) => {
  const meet = id()
  const send = (method: string, kind: string, body?: Buffer) =>
    site.app.request('http://localhost/vault/meet', {
      method,
      headers: { host: 'localhost', origin: 'http://localhost', 'x-meet': `${meet}.${kind}` },
      ...(body ? { body: new Uint8Array(body) } : {}),
    })
  expect((await send('GET', 'key')).status).toBe(204)
  expect((await send('PUT', 'key', randomBytes(32))).status).toBe(200)
  expect((await send('PUT', 'key', randomBytes(32))).status).toBe(409)
  expect((await send('GET', 'key')).status).toBe(200)
  expect((await send('PUT', 'secret', randomBytes(200))).status).toBe(400)
  expect((await send('PUT', 'secret', randomBytes(44))).status).toBe(200)
  expect((await send('GET', 'secret')).status).toBe(200)
  expect((await send('GET', 'secret')).status).toBe(204)
  expect(await site.db`select from vault_meetings`).toHaveLength(0)
})

test('somebody who makes one vault after the other is slowed down', async ({ site }) => {
  const answers: number[] = []
  for (let count = 0; count < 11; count++)
    answers.push((await ask(site, 'POST', '', newHolder(), { day, nonce: '0' })).status)
  expect(answers.at(0)).toBe(403)
  expect(answers.at(-1)).toBe(429)
})
