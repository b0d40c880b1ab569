import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles } from 'pmtiles'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { streetsFile } from '../testing/streets.ts'
import { readPart } from './tiles.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newleaf-streets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** As the library in the browser reads it: by parts alone. */
function reader(path: string): PMTiles {
  return new PMTiles({
    getKey: () => path,
    getBytes: async (from, length) => {
      const { bytes, etag } = await readPart(path, `bytes=${from}-${from + length - 1}`)
      return { data: bytes.buffer, etag }
    },
  })
}

test('a map of streets is read part by part, and a tile of it is there', async () => {
  const path = join(folder, 'streets.pmtiles')
  writeFileSync(path, streetsFile('© Invented Surveyors'))
  const streets = reader(path)
  expect(await streets.getHeader()).toMatchObject({ specVersion: 3, tileType: 1, minZoom: 0, maxZoom: 5 })
  expect(await streets.getMetadata()).toEqual({ attribution: '© Invented Surveyors' })
  const tile = await streets.getZxy(5, 31, 17)
  expect(Buffer.from(tile?.data ?? new ArrayBuffer()).toString('latin1')).toMatch(/earth.*roads/s)
  expect(await streets.getZxy(6, 0, 0)).toBeUndefined()
})

test('a file that was put in the place of another is another to whoever kept parts of the old one', async () => {
  const path = join(folder, 'streets.pmtiles')
  writeFileSync(path, streetsFile())
  const { etag } = await readPart(path, 'bytes=0-126')
  writeFileSync(path, streetsFile('longer'))
  expect((await readPart(path, 'bytes=0-126')).etag).not.toBe(etag)
})

test('what is no map of streets, is cut off or is not there is refused, and nobody gets the whole', async () => {
  const path = join(folder, 'broken.pmtiles')
  writeFileSync(path, 'This is a letter and no map.'.repeat(900))
  await expect(reader(path).getHeader()).rejects.toThrow()
  writeFileSync(path, streetsFile().subarray(0, 140))
  await expect(reader(path).getZxy(5, 31, 17)).rejects.toThrow()
  await expect(readPart(join(folder, 'missing.pmtiles'), 'bytes=0-126')).rejects.toMatchObject({
    status: 404,
  })
  truncateSync(path, 10_000_000)
  for (const header of [undefined, 'bytes=0-', 'bytes=-5', 'bytes=5-1', 'bytes=0-8388607', 'bytes=0-1,3-4'])
    await expect(readPart(path, header), String(header)).rejects.toMatchObject({ status: 400 })
})
