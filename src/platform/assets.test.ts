import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAssets } from './assets.ts'

test('what is small and packed is kept in memory, what is large is read when asked for', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'newleaf-assets-')), 'assets')
  mkdirSync(folder)
  const put = (name: string, bytes: string | Buffer) => writeFileSync(join(folder, name), bytes)
  put('names.json', JSON.stringify({ style: 'style-1.css', map: 'map-1.js' }))
  put('style-1.css', 'body {}')
  put('style-1.css.br', 'packed')
  put('map-1.js', 'let map')
  put('map-1.js.br', Buffer.alloc(100_000))
  const assets = loadAssets(folder)
  const small = assets.read(assets.url('style'))
  const large = assets.read(assets.url('map'))
  expect(small).toMatchObject({ type: 'text/css; charset=utf-8', identity: Buffer.from('body {}') })
  expect(small?.br?.toString()).toBe('packed')
  expect(small?.br).toBe(small?.br)
  expect(small?.gzip).toBeUndefined()
  expect(large?.br).toEqual(Buffer.alloc(100_000))
  expect(large?.br).not.toBe(large?.br)
  expect(assets.read('/assets/unknown.js')).toBeUndefined()
  rmSync(join(folder, '..'), { recursive: true })
})
