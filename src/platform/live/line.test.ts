import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type AddressInfo, connect as dial, type Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { createTimedServer } from '../timedServer.ts'
import { slice } from '../web.ts'
import { Bus, type LiveEvent } from './index.ts'

/** A site on a port, whose `/` is a line that begins with these events. */
async function served(
  first: LiveEvent[],
  work: (port: number, bus: Bus) => Promise<void>,
  look: (outgoing: ServerResponse) => Promise<unknown> = async () => {},
): Promise<void> {
  const bus = new Bus({ ofNetwork: 2, all: 2 })
  const app = slice()
  app.get('/', async (c) => {
    await look((c.env as unknown as HttpBindings).outgoing as ServerResponse)
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
  socket.write(`${method} / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  return socket
}

/** A browser that listens, and the status it was answered. */
async function listen(port: number) {
  const socket = await ask(port)
  const [answer] = await once(socket, 'data')
  return { socket, status: String(answer).slice(9, 12) }
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
    const { socket } = await listen(port)
    await listen(port)
    expect((await listen(port)).status).toBe('429')
    socket.destroy()
    await expect.poll(async () => (await listen(port)).status).toBe('200')
  })
})

test('a browser that leaves before its line is open takes no place', async () => {
  const asked = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  let asking = 0
  const look = async (outgoing: ServerResponse) => {
    asking++
    if (asking > 1) return
    asked.resolve()
    await once(outgoing, 'close')
    left.resolve()
  }
  await served(
    [],
    async (port) => {
      const gone = await ask(port)
      await asked.promise
      gone.destroy()
      await left.promise
      for (let i = 0; i < 2; i++) expect((await listen(port)).status).toBe('200')
    },
    look,
  )
})

test('an open line keeps nothing of what its question was read with, and ends when the browser says so', async () => {
  let socket: Socket | null = null
  const look = async (outgoing: ServerResponse) => {
    socket = outgoing.socket
  }
  await served(
    [],
    async (port) => {
      const browser = await listen(port)
      await expect.poll(() => (socket as unknown as { parser?: unknown }).parser).toBeNull()
      browser.socket.end()
      await once(browser.socket, 'close')
      await expect.poll(() => socket?.destroyed).toBe(true)
    },
    look,
  )
})

test('browsers that read nothing are given up, and take no place from others', async () => {
  const event = { event: 'reply', data: 'x'.repeat(500_000) }
  await served(Array<LiveEvent>(60).fill(event), async (port) => {
    for (let i = 0; i < 4; i++) {
      const { socket, status } = await listen(port)
      expect(status).toBe('200')
      socket.pause()
    }
    // Whoever does read has the first of them, and comes back for the others.
    const text = await whole(await ask(port))
    const events = text.match(/\nevent: reply\n/g)?.length
    expect(events).toBeGreaterThan(2)
    expect(events).toBeLessThan(60)
    expect(text).toMatch(/x\n\n$/)
  })
})
