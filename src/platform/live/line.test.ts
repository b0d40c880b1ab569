import { once } from 'node:events'
import { type AddressInfo, connect as dial } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { createTimedServer } from '../timedServer.ts'
import { slice } from '../web.ts'
import { Bus, type LiveEvent } from './index.ts'

/** A site on a port, whose `/` is a line that begins with these events. */
async function served(first: LiveEvent[], work: (port: number, bus: Bus) => Promise<void>): Promise<void> {
  const bus = new Bus({ ofNetwork: 2, all: 10 })
  const app = slice()
  app.get('/', (c) => {
    c.set('config', readConfig({}))
    c.set('now', Temporal.Instant.from('2026-11-22T12:00:00Z'))
    return bus.stream(
      c,
      'topic:1',
      async () => undefined,
      async () => first,
    )
  })
  app.onError((error, c) => c.text(error.message, 429))
  const server = createTimedServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await work((server.address() as AddressInfo).port, bus)
  } finally {
    bus.closeStreams()
    server.close()
  }
}

async function ask(port: number, method = 'GET') {
  const socket = dial(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`${method} / HTTP/1.1\r\nhost: localhost\r\n\r\n`)
  return socket
}

/** All that came until the line ended. */
async function whole(socket: Awaited<ReturnType<typeof ask>>): Promise<string> {
  let text = ''
  for await (const part of socket) text += part
  return text
}

test('a line says what it is, as safely as a page, then its events, and ends with the site', async () => {
  await served([{ event: 'reply', id: '7', data: 'one\ntwo' }], async (port, bus) => {
    const socket = await ask(port)
    const text = whole(socket)
    await expect.poll(() => socket.bytesRead).toBeGreaterThan(700)
    bus.closeStreams()
    const [head = '', body] = (await text).split(/\r\n\r\n/)
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(head).toContain('text/event-stream')
    expect(head).toContain("content-security-policy: default-src 'none'")
    expect(head).toContain('x-content-type-options: nosniff')
    expect(body).toBe('retry: 2000\n\nid: 7\nevent: reply\ndata: one\ndata: two\n\n')
  })
})

test('a browser that leaves makes room for another, and one that asks for the head alone takes none', async () => {
  await served([], async (port) => {
    for (let i = 0; i < 3; i++) expect(await whole(await ask(port, 'HEAD'))).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    const open = [await ask(port), await ask(port)]
    for (const socket of open) await once(socket, 'data')
    expect(await whole(await ask(port))).toMatch(/^HTTP\/1\.1 429/)
    open[0]?.destroy()
    await expect
      .poll(async () => {
        const socket = await ask(port)
        const [answer] = await once(socket, 'data')
        return String(answer).slice(9, 12)
      })
      .toBe('200')
  })
})

test('a browser that reads nothing is given up, and its connection with it', async () => {
  const event = { event: 'reply', data: 'x'.repeat(500_000) }
  await served(Array<LiveEvent>(60).fill(event), async (port) => {
    const socket = await ask(port)
    socket.pause()
    await once(socket, 'close')
  })
})
