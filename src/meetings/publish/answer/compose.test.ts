import { readFileSync } from 'node:fs'
import { brotliDecompressSync, crc32, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Site, test as withSite } from '../../../testing/site.ts'
import { addChange, addGroupHere, addMeetingOf, somethingChanged } from '../testing/village.store.ts'
import { composeList } from './compose.ts'
import { joinedCrc32 } from './crc32.rules.ts'
import type { Made } from './make.ts'

function textOf({ gzip }: Made): string {
  return gunzipSync(Buffer.isBuffer(gzip) ? gzip : readFileSync(gzip.path)).toString()
}

/** A list of texts by name, and how often a piece of it was made. */
function listOf(texts: Record<string, string>, made: string[]) {
  return {
    prints: async () => Object.entries(texts).map(([id, text]) => ({ id, print: text })),
    make: async (id: string) => {
      made.push(id)
      return { text: texts[id] ?? '', facts: id }
    },
    head: (names: string[]) => `<${names}>`,
    between: ', ',
    end: () => '.',
    headers: (names: string[]) => ({ pieces: String(names.length) }),
  }
}

test('two texts have the checksum of the one that they are together', () => {
  const text = fc.uint8Array({ maxLength: 5000 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const both = crc32(Buffer.concat([one, other]))
      expect(joinedCrc32(crc32(one), crc32(other), other.length)).toBe(both)
    }),
  )
})

test('a list of pieces is one compressed text, however often they changed', async () => {
  const piece = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 200 }))
  const pieces = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), piece)
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 4 }), async (versions) => {
      const site = {}
      for (const texts of versions) {
        const made = await composeList(site, 'list', listOf(texts, []))
        const whole = `<${Object.keys(texts)}>${Object.values(texts).filter(Boolean).join(', ')}.`
        expect(textOf(made)).toBe(whole)
        expect(made.bytes).toBe(Buffer.byteLength(whole))
        expect(made.headers).toEqual({ pieces: String(Object.keys(texts).length) })
      }
    }),
    { numRuns: 60 },
  )
})

test('only what changed is made again, also of a list that lies in a file', async () => {
  const long = (seed: number) =>
    Array.from({ length: 40_000 }, (_, index) => Math.imul(seed + index, 2_654_435_761) >>> 0).join(' ')
  const [site, made] = [{}, [] as string[]]
  const texts: Record<string, string> = { a: long(1), b: long(2), c: long(3) }
  const first = await composeList(site, 'list', listOf(texts, made))
  expect(Buffer.isBuffer(first.gzip)).toBe(false)
  texts.b = long(4)
  const second = await composeList(site, 'list', listOf(texts, made))
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  expect(textOf(second)).toBe(`<a,b,c>${texts.a}, ${texts.b}, ${texts.c}.`)
  expect(second.etag).not.toBe(first.etag)
  texts.b = long(2)
  expect((await composeList(site, 'list', listOf(texts, made))).etag).toBe(first.etag)
})

async function read(site: Site, path: string): Promise<string> {
  const answer = await site.get(path, { headers: { 'accept-encoding': 'br' } })
  return brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()
}

withSite('what a host changes stands in the whole lists at once', async ({ site }) => {
  const harbour = await addGroupHere(site, 'Harbour')
  const [id] = [await addMeetingOf(site, harbour), await addMeetingOf(site, await addGroupHere(site, 'Hill'))]
  const both = async () => {
    await somethingChanged(site)
    return [await read(site, '/feeds/meetings.json'), await read(site, '/feeds/meetings.ics')] as const
  }
  expect(JSON.parse((await both())[0])).toHaveLength(2)
  await site.db`update meetings set name = 'Late tea' where id = ${id}`
  for (const list of await both()) expect(list).toContain('Late tea')
  await site.db`update groups set name = 'Harbour house' where id = ${harbour.id}`
  expect((await both())[0]).toContain('Harbour house')
  const before = (await both())[1]
  await addChange(site, id ?? '', { onDate: '2026-11-30', kind: 'cancelled' })
  expect((await both())[1]).not.toBe(before)
  await site.db`update meetings set status = 'ended' where id = ${id}`
  for (const list of await both()) expect(list).not.toContain('Late tea')
})
