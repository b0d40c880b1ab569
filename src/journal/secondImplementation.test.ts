import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBlob, sealBlob } from './seal/blob.ts'
import { type Bytes, textOf, utf8 } from './seal/bytes.ts'
import { deriveKeys } from './seal/keys.ts'
import { type Entry, manifestId, manifestMac } from './seal/manifest.ts'
import { secretOf, wordsOf } from './seal/words.ts'

// Everything from here to the first test follows docs/sealed-format.md, and uses none of the product's code.
const number = (value: number, size: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes.subarray(8 - size)
}
const lp = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part)
      return [number(bytes.length, 4), bytes]
    }),
  )
const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array | string, size: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, size))
const keyFor = (secret: Uint8Array, name: string, size: number) =>
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

function theirSeal(secret: Uint8Array, where: Where, text: string): Bytes {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const bytes = Buffer.from(text)
  const size = [256, 512, 1024, 2048, 4096, 8192, 16384].find((one) => one >= bytes.length + 4) ?? 0
  const plain = Buffer.concat([number(bytes.length, 4), bytes, Buffer.alloc(size - 4 - bytes.length)])
  const cipher = createCipheriv('aes-256-gcm', writeKey(secret, salt, where.id), iv)
  cipher.setAAD(aad(secret, where))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return new Uint8Array(Buffer.concat([Buffer.from([1]), salt, iv, sealed]))
}

function theirOpen(secret: Uint8Array, where: Where, blob: Uint8Array): string {
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
function theirSecret(words: string[], list: string[]): Uint8Array {
  const bits = words.map((word) => list.indexOf(word).toString(2).padStart(11, '0')).join('')
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2))
  const check = createHash('sha256').update(bytes).digest()[0] ?? 0
  if ((check >> 4).toString(2).padStart(4, '0') !== bits.slice(128)) throw new Error('The check is wrong.')
  return bytes
}

const bytes = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((one) => new Uint8Array(one))
const somewhere = fc.record({
  secret: bytes(16),
  id: bytes(16),
  type: fc.string({ unit: 'grapheme', maxLength: 40 }),
  schema: fc.nat(0xffff_ffff),
  base: fc.nat(2 ** 52),
  text: fc.string({ unit: 'grapheme', maxLength: 3000 }),
})

test('what the product sealed, another program opens that was written from the document', async () => {
  await fc.assert(
    fc.asyncProperty(somewhere, async ({ secret, id, type, schema, base, text }) => {
      const place = { recordId: id, type, schema, baseRev: base }
      const blob = await sealBlob(await deriveKeys(secret), place, utf8(text))
      expect(theirOpen(secret, { id, type, schema, base }, blob)).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('what another program sealed, the product opens', async () => {
  await fc.assert(
    fc.asyncProperty(somewhere, async ({ secret, id, type, schema, base, text }) => {
      const blob = theirSeal(secret, { id, type, schema, base }, text)
      const place = { recordId: id, type, schema, baseRev: base }
      expect(textOf(await openBlob(await deriveKeys(secret), place, blob))).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('id, token, manifest and words are those of the document', async () => {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js')
  await fc.assert(
    fc.asyncProperty(bytes(16), bytes(16), fc.nat(63), async (secret, id, page) => {
      expect(theirSecret(wordsOf(secret), wordlist)).toEqual(secret)
      const keys = await deriveKeys(secret)
      expect(Buffer.from(keys.vaultId)).toEqual(keyFor(secret, 'vault-id', 16))
      expect(Buffer.from(keys.token)).toEqual(keyFor(secret, 'vault-token', 32))
      const hmac = (text: Uint8Array) =>
        createHmac('sha256', keyFor(secret, 'manifest-key', 32))
          .update(text)
          .digest()
      expect(Buffer.from(await manifestId(keys, page))).toEqual(
        hmac(lp('newleaf/v1/manifest-page', number(page, 1))).subarray(0, 16),
      )
      const name = Buffer.from(id).toString('base64url')
      const entry: Entry = { id: name, rev: 7, type: 'checkin', schema: 2, hash: 'abc', goneOn: 20_000 }
      const listed = lp(name, number(7, 8), 'checkin', number(2, 4), 'abc', number(20_000, 4))
      const head = lp('newleaf/v1/manifest-mac', keys.vaultId, number(3, 8), number(9, 8), 'before')
      expect(await manifestMac(keys, { seq: 3, rev: 9, prev: 'before' }, [entry])).toBe(
        hmac(Buffer.concat([head, listed])).toString('base64url'),
      )
    }),
    { numRuns: 20 },
  )
})

test('the words that everybody uses for testing spell what they should', () => {
  const legal = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
  const secret = new Uint8Array(16).fill(0x7f)
  expect(secretOf(legal)).toEqual({ secret })
  expect(
    secretOf(`1. LEGAL,\n2. winn 3. thank year wave sausage worth useful legal winner thank yellow`),
  ).toEqual({
    secret,
  })
  expect(secretOf(legal.replace('yellow', 'year'))).toEqual({ mistake: { kind: 'check' } })
  expect(secretOf(legal.replace('yellow', ''))).toEqual({ mistake: { kind: 'count', count: 11 } })
  expect(secretOf(legal.replace('yellow', 'yelow'))).toMatchObject({
    mistake: { kind: 'unknown', word: 'yelow', near: expect.arrayContaining(['yellow']) },
  })
})
