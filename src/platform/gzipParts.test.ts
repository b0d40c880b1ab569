import { crc32, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32After, powerFor } from './crc32.rules.ts'
import { GzipPart, gzipOf } from './gzipParts.ts'

test('sums of parts, put together, are the sum of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 })), (texts) => {
      const sum = texts.reduce(
        (before, text) => crc32After(before, { crc: crc32(text), power: powerFor(text.length) }),
        0,
      )
      expect(sum).toBe(crc32(Buffer.concat(texts)))
    }),
  )
})

test('parts in any order, compressed and as they are, are one answer', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  const part = fc.record({ text, how: fc.constantFrom('often', 'once', 'as it is') })
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const answer = gzipOf(
        parts.map(({ text, how }) => (how === 'as it is' ? text : new GzipPart(text, how))),
      )
      expect(gunzipSync(answer).toString()).toBe(parts.map(({ text }) => text.toWellFormed()).join(''))
    }),
    { numRuns: 200 },
  )
})

test('a part gives its text back, and a text longer than a stored block is whole', () => {
  const long = 'Words with “quotes” and 🍂.\n'.repeat(5000)
  expect(new GzipPart(long, 'often').text()).toBe(long)
  expect(gunzipSync(gzipOf([long, 'end'])).toString()).toBe(`${long}end`)
})

test('what stands as it is makes an answer no shorter when it says something again', () => {
  const page = new GzipPart('the secret is 6f1c, and somebody typed 6f1c', 'often')
  expect(gzipOf([page, '6f1c']).length).toBe(gzipOf([page, '0a9e']).length)
})
