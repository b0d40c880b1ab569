import { describe, expect } from 'vitest'
import type { Assets } from '../platform/assets.ts'
import { test } from '../testing/site.ts'
import { keptBy } from './kept.ts'
import { pages } from './routes.tsx'

describe('what is kept for when there is no line', () => {
  const built: Record<string, string> = {
    '/assets/night-1.js': 'import{a}from"./shared-2.js";',
    '/assets/shared-2.js': 'import"./shared-3.js"',
    '/assets/shared-3.js': '',
    '/assets/map-4.js': '',
    '/assets/style-5.css': '',
  }
  const names: Record<string, string> = {
    'island/toolkit/guided': 'night-1.js',
    'island/meetings/map': 'map-4.js',
    'style.css': 'style-5.css',
  }
  const assets = {
    names: () => Object.keys(names),
    url: (name: string) => `/assets/${names[name]}`,
    read: (path: string) => (path in built ? { identity: Buffer.from(built[path] ?? '') } : undefined),
    build: 'one',
  } as unknown as Assets

  test('is every file that the kept pages need, and none of the others', () => {
    const urls = keptBy(assets, [], '').map(({ url }) => url)
    expect(urls.sort()).toEqual([
      '/assets/night-1.js',
      '/assets/shared-2.js',
      '/assets/shared-3.js',
      '/assets/style-5.css',
    ])
  })

  test('comes anew with another build or other words, and only then', () => {
    const version = (build: string, words: string) =>
      keptBy({ ...assets, build }, ['/now'], words).find(({ url }) => url === '/now')?.revision
    expect(version('one', 'a')).toBe(version('one', 'a'))
    expect(version('two', 'a')).not.toBe(version('one', 'a'))
    expect(version('one', 'b')).not.toBe(version('one', 'a'))
  })
})

test('the app can be put on a home screen, with a way to help in one tap', async ({ site }) => {
  const answer = await site.get('/manifest.webmanifest')
  expect(answer.headers.get('content-type')).toBe('application/manifest+json')
  const manifest = await answer.json()
  expect(manifest.shortcuts.map((one: { url: string }) => one.url)).toEqual([
    '/now/craving',
    '/journal/check-in',
  ])
  for (const { url } of [...manifest.shortcuts, { url: manifest.start_url }])
    expect((await site.get(url)).status).toBe(200)
})

test('only pages that may be kept ask for it; the first page and the forum do not', async ({ site }) => {
  for (const path of ['/now', '/toolkit', '/journal', '/offline'])
    expect(await (await site.get(path)).text(), path).toContain('manifest.webmanifest')
  for (const path of ['/', '/forum', '/account'])
    expect(await (await site.get(path)).text(), path).not.toContain('offline/register')
})

test('every page that is kept is there for a guest: one that is not would keep all of them away', async ({
  site,
}) => {
  expect(pages.length).toBeGreaterThan(60)
  for (const path of pages) expect((await site.get(path)).status, path).toBe(200)
})
