import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

// A second program for docs/sealed-format.md, written from that page with Node's own crypto. It uses none of the product's code.

export const number = (value: number, size: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes.subarray(8 - size)
}
export const lp = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part)
      return [number(bytes.length, 4), bytes]
    }),
  )
const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array | string, size: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, size))
export const keyFor = (secret: Uint8Array, name: string, size: number) =>
  hkdf(secret, Buffer.alloc(0), `newleaf/v1/${name}`, size)

interface Where {
  id: Uint8Array
  type: string
  schema: number
  base: number
}

const aad = (secret: Uint8Array, { id, type, schema, base }: Where) =>
  lp(number(1, 1), keyFor(secret, 'vault-id', 16), id, type, number(schema, 4), number(base, 8))

const writeKey = (secret: Uint8Array, salt: Uint8Array, id: Uint8Array) =>
  hkdf(keyFor(secret, 'record-key', 32), salt, Buffer.concat([Buffer.from('newleaf/v1/record'), id]), 32)

export function theirSeal(secret: Uint8Array, where: Where, text: string): Uint8Array<ArrayBuffer> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const bytes = Buffer.from(text)
  const size = [256, 512, 1024, 2048, 4096, 8192, 16384].find((one) => one >= bytes.length + 4) ?? 0
  const plain = Buffer.concat([number(bytes.length, 4), bytes, Buffer.alloc(size - 4 - bytes.length)])
  const cipher = createCipheriv('aes-256-gcm', writeKey(secret, salt, where.id), iv)
  cipher.setAAD(aad(secret, where))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return new Uint8Array(Buffer.concat([Buffer.from([1]), salt, iv, sealed]))
}

export function theirOpen(secret: Uint8Array, where: Where, blob: Uint8Array): string {
  const bytes = Buffer.from(blob)
  if (bytes[0] !== 1) throw new Error('Another version.')
  const key = writeKey(secret, bytes.subarray(1, 17), where.id)
  const open = createDecipheriv('aes-256-gcm', key, bytes.subarray(17, 29))
  open.setAAD(aad(secret, where))
  open.setAuthTag(bytes.subarray(-16))
  const plain = Buffer.concat([open.update(bytes.subarray(29, -16)), open.final()])
  return plain.subarray(4, 4 + plain.readUInt32BE()).toString()
}

/** BIP39 by hand: the secret, then the first four bits of its SHA-256, eleven bits a word. */
export function theirSecret(words: string[], list: string[]): Uint8Array {
  const bits = words.map((word) => list.indexOf(word).toString(2).padStart(11, '0')).join('')
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2))
  const check = createHash('sha256').update(bytes).digest()[0] ?? 0
  if ((check >> 4).toString(2).padStart(4, '0') !== bits.slice(128)) throw new Error('The check is wrong.')
  return bytes
}

export const hmac = (secret: Uint8Array, text: Uint8Array) =>
  createHmac('sha256', keyFor(secret, 'manifest-key', 32))
    .update(text)
    .digest()

const text64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const hashOf = (blob: Uint8Array) => text64(createHash('sha256').update(blob).digest().subarray(0, 16))

const rootId = (secret: Uint8Array) =>
  hmac(secret, lp('newleaf/v1/manifest-root', number(0, 1))).subarray(0, 16)
const pageId = (secret: Uint8Array, page: number) =>
  hmac(secret, lp('newleaf/v1/manifest-page', number(page, 1))).subarray(0, 16)

interface Stored {
  id: string
  rev: number
  baseRev: number
  blob: string
}

interface Entry {
  id: string
  rev: number
  type: string
  schema: number
  hash: string
  goneOn?: number
}

type Listed = [string, number, string, number, string, number?]

const entryOf = ([id, rev, type, schema, hash, goneOn]: Listed): Entry => ({
  id,
  rev,
  type,
  schema,
  hash,
  ...(goneOn === undefined ? {} : { goneOn }),
})

interface Root {
  seq: number
  rev: number
  prev: string
  writers: Record<string, string>
  pages: ([number, string] | null)[]
  mac: string
}

/** Reads a whole vault, as the server hands it over. */
export function theirRead(secret: Uint8Array, all: Stored[]) {
  const byId = new Map(all.map((one) => [one.id, one]))
  const open = (id: string, type: string, schema: number) => {
    const stored = byId.get(id)
    if (!stored) throw new Error(`${type} is missing.`)
    const where = { id: Buffer.from(id, 'base64url'), type, schema, base: stored.baseRev }
    return { stored, value: JSON.parse(theirOpen(secret, where, Buffer.from(stored.blob, 'base64url'))) }
  }
  const { stored, value: root } = open(text64(rootId(secret)), 'manifest', 1) as {
    stored: Stored
    value: Root
  }
  const entries = root.pages.flatMap((page, at) =>
    page ? (open(text64(pageId(secret, at)), 'manifest-page', 1).value as Listed[]).map(entryOf) : [],
  )
  if (macOf(secret, root, entries) !== root.mac) throw new Error('The list is not the one that was signed.')
  const records = entries.map((entry) => ({ ...entry, text: open(entry.id, entry.type, entry.schema).value }))
  return { root, hash: hashOf(Buffer.from(stored.blob, 'base64url')), entries, records }
}

function macOf(
  secret: Uint8Array,
  { seq, rev, prev }: Pick<Root, 'seq' | 'rev' | 'prev'>,
  entries: Entry[],
): string {
  const listed = entries
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) =>
      lp(one.id, number(one.rev, 8), one.type, number(one.schema, 4), one.hash, number(one.goneOn ?? 0, 4)),
    )
  const head = lp(
    'newleaf/v1/manifest-mac',
    keyFor(secret, 'vault-id', 16),
    number(seq, 8),
    number(rev, 8),
    prev,
  )
  return text64(hmac(secret, Buffer.concat([head, ...listed])))
}

/** A batch with one new record, as a device of this person would send it after what it has read. */
export function theirBatch(secret: Uint8Array, all: Stored[], type: string, fields: Record<string, string>) {
  const { root, hash, entries } = theirRead(secret, all)
  const id = randomBytes(16)
  const dot = `${Date.now().toString(36).padStart(9, '0')}000`
  const cells = Object.fromEntries(
    Object.entries(fields).map(([name, v]) => [name, { k: 'score', w: { v, d: `${dot}.second` } }]),
  )
  const text = JSON.stringify({ type, schema: 1, seen: { second: dot }, cells })
  const writes: { opId: string; recordId: string; baseRev: number; blob: string }[] = []
  const add = (where: Where, words: string) => {
    const blob = theirSeal(secret, where, words)
    writes.push({
      opId: text64(randomBytes(16)),
      recordId: text64(where.id),
      baseRev: where.base,
      blob: text64(blob),
    })
    return { rev: root.rev + writes.length, hash: hashOf(blob) }
  }
  const entry = { id: text64(id), type, schema: 1, ...add({ id, type, schema: 1, base: 0 }, text) }
  const at = (id[0] ?? 0) >> 2
  const page: Entry[] = [
    ...entries.filter((one) => (Buffer.from(one.id, 'base64url')[0] ?? 0) >> 2 === at),
    entry,
  ]
  const where = { id: pageId(secret, at), type: 'manifest-page', schema: 1, base: root.pages[at]?.[0] ?? 0 }
  const listed = add(
    where,
    JSON.stringify(
      page.map((one) => [
        one.id,
        one.rev,
        one.type,
        one.schema,
        one.hash,
        ...(one.goneOn ? [one.goneOn] : []),
      ]),
    ),
  )
  const next = { seq: root.seq + 1, rev: root.rev + 3, prev: hash }
  const pages = root.pages.with(at, [listed.rev, listed.hash])
  const writers = { ...root.writers, second: `${next.seq}.${text64(randomBytes(6))}` }
  const mac = macOf(secret, next, [...entries, entry])
  add(
    { id: rootId(secret), type: 'manifest', schema: 1, base: root.rev },
    JSON.stringify({ ...next, writers, pages, mac }),
  )
  return writes
}
