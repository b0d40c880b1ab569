import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBlob, sealBlob } from './seal/blob.ts'
import { textOf, utf8 } from './seal/bytes.ts'
import { deriveKeys } from './seal/keys.ts'
import { type Entry, manifestId, manifestMac } from './seal/manifest.ts'
import { secretOf, wordsOf } from './seal/words.ts'
import {
  hmac,
  keyFor,
  lp,
  number,
  theirOpen,
  theirSeal,
  theirSecret,
} from './testing/secondImplementation.ts'

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
      expect(Buffer.from(await manifestId(keys, page))).toEqual(
        hmac(secret, lp('newleaf/v1/manifest-page', number(page, 1))).subarray(0, 16),
      )
      const name = Buffer.from(id).toString('base64url')
      const entry: Entry = { id: name, rev: 7, type: 'checkin', schema: 2, hash: 'abc', goneOn: 20_000 }
      const listed = lp(name, number(7, 8), 'checkin', number(2, 4), 'abc', number(20_000, 4))
      const head = lp('newleaf/v1/manifest-mac', keys.vaultId, number(3, 8), number(9, 8), 'before')
      expect(await manifestMac(keys, { seq: 3, rev: 9, prev: 'before' }, [entry])).toBe(
        hmac(secret, Buffer.concat([head, listed])).toString('base64url'),
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
