import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { compress } from './compress.ts'
import { withKeptPages } from './edge.ts'
import { PageCache } from './pageCache.ts'

test('a page that many read is sent smaller, and still the same', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `Line ${i}, written on day ${i % 30}.`).join('\n')
  const pages = new PageCache()
  const body = compress(text, 'br')
  const headers = ['content-length', String(body.length), 'content-encoding', 'br']
  const key = PageCache.pageKey('/forum/1', 'en', 'br')
  pages.keepPage(key, pages.ticket([]), { headers, body, encoding: 'br', reads: 0 })
  const server = createServer(withKeptPages(pages, readConfig({}), (_, response) => response.end('drawn')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/forum/1`
  try {
    const read = async () => {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
      expect(await answer.text()).toBe(text)
      return Number(answer.headers.get('content-length'))
    }
    for (let i = 0; i < 3; i++) expect(await read()).toBe(body.length)
    await expect.poll(read).toBeLessThan(body.length)
    expect(brotliDecompressSync(pages.findPage(key, 0)?.body ?? '').toString()).toBe(text)
  } finally {
    server.close()
    pages.clear()
  }
})
