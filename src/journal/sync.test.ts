import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { type Site, test } from '../testing/site.ts'
import { Book } from './book/book.ts'
import { canonical } from './book/held.ts'
import { randomBytes, toBase64Url } from './seal/bytes.ts'
import { type Device, openDevice } from './testing/device.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** The site as a browser reaches it. */
const reach =
  (site: Site): typeof fetch =>
  async (url, init) => {
    const { redirect: _, ...more } = init ?? {}
    return site.app.request(`http://localhost${url}`, {
      ...more,
      headers: { host: 'localhost', origin: 'http://localhost', ...more.headers },
    })
  }

async function devices(site: Site, count: number): Promise<Device[]> {
  const secret = randomBytes(16)
  const all: Device[] = []
  for (let at = 0; at < count; at++) {
    const device = await openDevice(secret, reach(site))
    if (at === 0) {
      const { vaultId, token } = device.book.keys
      await site.db`insert into vaults ${site.db({ id: Buffer.from(vaultId), tokenHash: sha256(token) })}`
    }
    await device.sync.turnOn()
    all.push(device)
  }
  return all
}

const listed = ({ book }: Device) => canonical(book.list().sort((a, b) => (a.id < b.id ? -1 : 1)))

test('three hundred entries of weeks without a line reach the other device in one go', async ({ site }) => {
  const [phone, laptop] = (await devices(site, 2)) as [Device, Device]
  await phone.book.putAll(
    Array.from({ length: 300 }, (_, at) => ({
      type: 'checkin',
      fields: { at, mood: at % 10, note: `entry ${at} `.repeat(20) },
    })),
  )
  expect(await phone.sync.round()).toBe('agreed')
  expect(await laptop.sync.round()).toBe('agreed')
  expect(laptop.book.list()).toHaveLength(300)
  expect(listed(laptop)).toBe(listed(phone))
})

test('two devices that changed one entry keep both texts, until somebody chooses', async ({ site }) => {
  const [phone, laptop] = (await devices(site, 2)) as [Device, Device]
  const [entry] = await phone.book.putAll([
    { type: 'checkin', fields: { mood: 3, sleep: 5, note: 'slept a little' } },
  ])
  const id = entry?.id ?? ''
  await phone.sync.round()
  await laptop.sync.round()
  await phone.book.putAll([{ id, type: 'checkin', fields: { mood: 4, note: 'on the phone' } }])
  await laptop.book.putAll([{ id, type: 'checkin', fields: { sleep: 6, note: 'on the laptop' } }])
  for (const device of [phone, laptop, phone]) expect(await device.sync.round()).toBe('agreed')
  expect(listed(phone)).toBe(listed(laptop))
  const both = phone.book.get(id)
  expect(both?.fields).toMatchObject({ mood: 4, sleep: 6 })
  expect(both?.versions?.note?.toSorted()).toEqual(['on the laptop', 'on the phone'])
  await laptop.book.settle(id, 'note', 'on the laptop')
  for (const device of [laptop, phone]) await device.sync.round()
  expect(phone.book.get(id)?.fields.note).toBe('on the laptop')
  expect(phone.book.get(id)?.versions).toBeUndefined()
})

test('a restored backup of the server is noticed, and what is here is brought back to it', async ({
  site,
}) => {
  const [phone, laptop] = (await devices(site, 2)) as [Device, Device]
  await phone.book.putAll([{ type: 'checkin', fields: { note: 'of yesterday' } }])
  await phone.sync.round()
  await laptop.sync.round()
  const tables = ['vaults', 'vault_records', 'vault_writes'] as const
  const backup = await Promise.all(tables.map((table) => site.db`select * from ${site.db(table)}`))
  await phone.book.putAll([{ type: 'checkin', fields: { note: 'of today' } }])
  await phone.sync.round()
  for (const [at, table] of tables.entries()) {
    await site.db`delete from ${site.db(table)}`
    for (const row of backup[at] ?? []) await site.db`insert into ${site.db(table)} ${site.db(row as never)}`
  }
  expect(await phone.sync.round()).toBe('trouble')
  expect((await phone.sync.report()).trouble).toBe('rollback')
  expect(phone.book.list()).toHaveLength(2)
  await phone.sync.joinAgain()
  expect(await phone.sync.round()).toBe('agreed')
  await laptop.book.putAll([{ type: 'checkin', fields: { note: 'of the laptop' } }])
  expect(await laptop.sync.round()).toBe('agreed')
  await phone.sync.round()
  expect(listed(phone)).toBe(listed(laptop))
  expect(phone.book.list()).toHaveLength(3)
})

test('one device takes the copy from the server, and the other is told', async ({ site }) => {
  const [phone, laptop] = (await devices(site, 2)) as [Device, Device]
  await phone.book.putAll([{ type: 'checkin', fields: { note: 'mine' } }])
  await phone.sync.round()
  await laptop.sync.round()
  await phone.sync.erase()
  expect(phone.book.list()).toHaveLength(1)
  expect(await laptop.sync.round()).toBe('trouble')
  expect((await laptop.sync.report()).trouble).toBe('gone')
  expect(laptop.book.list()).toHaveLength(1)
})

test('no entry that was written stands anywhere in the database', async ({ site }) => {
  const [phone] = (await devices(site, 1)) as [Device]
  const canaries = Array.from({ length: 40 }, () => `canary ${toBase64Url(randomBytes(9))}`)
  await phone.book.putAll(
    canaries.map((note) => ({ type: 'checkin', fields: { note, tags: [note], mood: note } })),
  )
  await phone.sync.round()
  const rows = await site.db<{ text: string; blob: Buffer }[]>`
    select v::text || w::text as text, r.blob from vaults v, vault_records r, vault_writes w`
  expect(rows.length).toBeGreaterThan(40)
  const disk = await phone.store.rows()
  for (const canary of canaries) {
    expect(rows.some(({ text, blob }) => text.includes(canary) || blob.includes(canary))).toBe(false)
    expect(disk.some(({ name, box }) => name.includes(canary) || Buffer.from(box).includes(canary))).toBe(
      false,
    )
  }
})

test('two tabs of one browser that change one entry at the same time both keep their change', async ({
  site,
}) => {
  const [first] = (await devices(site, 1)) as [Device]
  const second = await Book.open({ ...first.book.parts, keys: first.book.keys })
  const [entry] = await first.book.putAll([{ type: 'checkin', fields: { note: 'begun' } }])
  const id = entry?.id ?? ''
  await Promise.all([
    first.book.putAll([{ id, type: 'checkin', fields: { mood: 3 } }]),
    second.putAll([{ id, type: 'checkin', fields: { sleep: 7 } }]),
  ])
  await first.book.reload([id])
  expect(first.book.get(id)?.fields).toMatchObject({ note: 'begun', mood: 3, sleep: 7 })
})

test('a year of entries go over in requests that the server takes, and one more line changes little', async ({
  site,
}) => {
  const [phone, laptop] = (await devices(site, 2)) as [Device, Device]
  for (let part = 0; part < 4; part++)
    await phone.book.putAll(
      Array.from({ length: 250 }, (_, at) => ({ type: 'checkin', fields: { at, note: 'äöü '.repeat(60) } })),
    )
  expect(await phone.sync.round()).toBe('agreed')
  const [before] = await site.db<{ revision: number }[]>`select revision from vaults`
  await phone.book.putAll([{ type: 'checkin', fields: { note: 'one more' } }])
  expect(await phone.sync.round()).toBe('agreed')
  const [after] = await site.db<{ revision: number }[]>`select revision from vaults`
  // The record, its page, the root.
  expect((after?.revision ?? 0) - (before?.revision ?? 0)).toBe(3)
  expect(await laptop.sync.round()).toBe('agreed')
  expect(laptop.book.list()).toHaveLength(1001)
})

test('texts that two devices wrote stay whole when they outgrow one record', async ({ site }) => {
  const three = await devices(site, 3)
  const [first] = three as [Device]
  const [entry] = await first.book.putAll([{ type: 'checkin', fields: { note: 'begun' } }])
  const id = entry?.id ?? ''
  for (const device of three) await device.sync.round()
  for (const [at, device] of three.entries())
    await device.book.putAll([{ id, type: 'checkin', fields: { note: `${at} ${'長い'.repeat(1100)}` } }])
  for (const device of [...three, ...three, ...three]) expect(await device.sync.round()).toBe('agreed')
  for (const device of three) {
    const all = device.book
      .list()
      .flatMap(({ fields, versions }) => versions?.note ?? [fields.note ?? fields.text])
    expect(new Set(all.map((text) => String(text).slice(0, 2)))).toEqual(new Set(['0 ', '1 ', '2 ']))
    expect((await device.sync.report()).waiting).toBe(0)
  }
  await expect(
    first.book.putAll([{ type: 'checkin', fields: { note: '長い'.repeat(2000) } }]),
  ).rejects.toThrow('too large')
})
