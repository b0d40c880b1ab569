import { expect, test } from 'vitest'
import { PageCache } from './pageCache.ts'

const page = (bytes: number) => ({
  headers: [],
  body: Buffer.alloc(bytes),
  encoding: 'identity' as const,
  reads: 0,
})

test('a kept page is found until one of its tags changes', () => {
  const cache = new PageCache()
  cache.keepPage('key', cache.ticket(['topic:1', 'group:2']), page(10))
  expect(cache.findPage('key', 0)).toBeDefined()
  cache.drop(['topic:9'])
  expect(cache.findPage('key', 0)).toBeDefined()
  cache.drop(['group:2'])
  expect(cache.findPage('key', 0)).toBeUndefined()
})

test('a page drawn from data that changed meanwhile is not kept', () => {
  const cache = new PageCache()
  const ticket = cache.ticket(['topic:1'])
  cache.drop(['topic:1'])
  cache.keepPage('key', ticket, page(10))
  expect(cache.findPage('key', 0)).toBeUndefined()
})

test('a page drawn across a lost connection is not kept', () => {
  const cache = new PageCache()
  const ticket = cache.ticket(['topic:1'])
  cache.clear()
  cache.keepPage('key', ticket, page(10))
  expect(cache.findPage('key', 0)).toBeUndefined()
})

test('a page with a time limit is gone after it', () => {
  const cache = new PageCache()
  cache.keepPage('key', cache.ticket([]), page(10), 1000)
  expect(cache.findPage('key', 999)).toBeDefined()
  expect(cache.findPage('key', 1001)).toBeUndefined()
})

test('when it is full the page nobody asked for longest goes first', () => {
  const cache = new PageCache(3000)
  for (const key of ['a', 'b', 'c']) cache.keepPage(key, cache.ticket([]), page(350))
  cache.findPage('a', 0)
  cache.keepPage('d', cache.ticket([]), page(350))
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.findPage(key, 0))).toEqual(['a', 'c', 'd'])
})

test('a page under an endless address is not kept', () => {
  const cache = new PageCache()
  for (const key of ['k'.repeat(400), 'k'.repeat(401)]) cache.keepPage(key, cache.ticket([]), page(10))
  expect(cache.findPage('k'.repeat(400), 0)).toBeDefined()
  expect(cache.findPage('k'.repeat(401), 0)).toBeUndefined()
})

test('what pages share is made once until its tag changes', async () => {
  const cache = new PageCache()
  let made = 0
  const make = async () => ({ made: ++made })
  const share = () => cache.remember('posts', ['topic:1'], make, () => 100, { nowMs: 0 })
  expect(await share()).toEqual({ made: 1 })
  expect(await share()).toEqual({ made: 1 })
  cache.drop(['topic:1'])
  expect(await share()).toEqual({ made: 2 })
})

test('what pages share for a while is made again after it', async () => {
  const cache = new PageCache()
  let made = 0
  const make = async () => ({ made: ++made })
  const share = (nowMs: number) => cache.remember('found', [], make, () => 100, { nowMs, forSeconds: 60 })
  expect([await share(1000), await share(60_000), await share(61_001)].map(({ made }) => made)).toEqual([
    1, 1, 2,
  ])
})

test('what may be kept no longer makes room, though nobody asks for it again', () => {
  const cache = new PageCache(3000)
  cache.keepPage('old', cache.ticket([]), page(350))
  for (const key of ['b', 'c']) cache.keepPage(key, cache.ticket([]), page(350), 1000)
  cache.findPage('something else', 60_000)
  for (const key of ['d', 'e']) cache.keepPage(key, cache.ticket([]), page(350))
  expect(['old', 'b', 'c', 'd', 'e'].filter((key) => cache.findPage(key, 0))).toEqual(['old', 'd', 'e'])
})
