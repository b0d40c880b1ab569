import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchFeed, UnreachableFeed } from './fetch.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

async function reasonOf(address: string, options: { allowPrivate?: boolean; seconds?: number } = {}) {
  try {
    await fetchFeed(address, { allowPrivate: true, ...options })
    return 'read'
  } catch (fault) {
    if (fault instanceof UnreachableFeed) return fault.reason
    throw fault
  }
}

describe('reading a feed from the web', () => {
  test('follows a redirect and unpacks', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/feed' }).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('[1]'))
    })
    expect(await fetchFeed(address, { allowPrivate: true })).toMatchObject({ text: '[1]' })
  })

  test('gives up on errors, loops, silence, what never ends and what unpacks without end', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/error') response.writeHead(500).end()
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
      else if (request.url === '/bomb') {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * 1024 * 1024)))
      } else if (request.url === '/away') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (request.url === '/broken')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
      else if (request.url !== '/silence') {
        const more = setInterval(() => response.write(Buffer.alloc(4 * 1024 * 1024, 32)), 1)
        response.on('close', () => clearInterval(more))
      }
    })
    expect(await reasonOf(`${address}/error`)).toBe('status')
    expect(await reasonOf(`${address}/loop`)).toBe('redirects')
    expect(await reasonOf(`${address}/bomb`)).toBe('size')
    expect(await reasonOf(`${address}/endless`)).toBe('size')
    expect(await reasonOf(`${address}/away`)).toBe('address')
    expect(await reasonOf(`${address}/broken`)).toBe('connection')
    expect(await reasonOf(`${address}/silence`, { seconds: 0.3 })).toBe('time')
  })

  test('never opens the operator’s own network, however it is written', async () => {
    const address = await serve((_, response) => response.end('[]'))
    const port = new URL(address).port
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '2130706433',
      '0x7f.1',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ]) {
      expect(await reasonOf(`http://${host}:${port}/`, { allowPrivate: false }), host).toBe('private')
    }
    expect(await reasonOf('file:///etc/passwd')).toBe('address')
    expect(await reasonOf('nonsense')).toBe('address')
  })
})
