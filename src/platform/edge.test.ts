import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { compress } from './compress.ts'
import { withKeptPages } from './edge.ts'
import { PageCache } from './pageCache.ts'
import { framedPolicy, permissionsPolicy } from './securityHeaders.ts'

interface Kept {
  path: string
  body: Buffer
  headers: string[]
}

/** A server that has this page, while it is read. */
async function withPage(
  { path, body, headers }: Kept,
  read: (url: string, pages: PageCache, key: string) => Promise<void>,
): Promise<void> {
  const pages = new PageCache()
  const key = PageCache.pageKey(path, 'en', 'br')
  pages.keepPage(key, pages.ticket([]), { headers, body, encoding: 'br', reads: 0 })
  const server = createServer(withKeptPages(pages, readConfig({}), (_, response) => response.end('drawn')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await read(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, pages, key)
  } finally {
    server.close()
    pages.clear()
  }
}

test('a page that many read is sent smaller, and still the same', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `Line ${i}, written on day ${i % 30}.`).join('\n')
  const body = compress(text, 'br')
  const headers = ['content-length', String(body.length), 'content-encoding', 'br']
  await withPage({ path: '/forum/1', body, headers }, async (url, pages, key) => {
    const read = async () => {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
      expect(await answer.text()).toBe(text)
      return Number(answer.headers.get('content-length'))
    }
    for (let i = 0; i < 3; i++) expect(await read()).toBe(body.length)
    await expect.poll(read).toBeLessThan(body.length)
    expect(brotliDecompressSync(pages.findPage(key, 0)?.body ?? '').toString()).toBe(text)
  })
})

test('a kept page keeps what it asked of the device, and who may frame it', async () => {
  const body = compress('near', 'br')
  const own = [
    'permissions-policy',
    permissionsPolicy(['geolocation']),
    'content-security-policy',
    framedPolicy,
  ]
  const headers = ['content-encoding', 'br', ...own]
  await withPage({ path: '/meetings/near', body, headers }, async (url) => {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('permissions-policy')).toBe(permissionsPolicy(['geolocation']))
    expect(answer.headers.get('content-security-policy')).toBe(framedPolicy)
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
