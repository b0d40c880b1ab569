import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTimedServer } from './timedServer.ts'

const long = 60_000
const patient = { headersMs: long, requestMs: long, stillMs: long, checkEveryMs: 20 }

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A connection to a server with these limits that answers every request with a megabyte. */
async function connection(limits: typeof patient): Promise<Socket> {
  const server = createTimedServer((request, response) => {
    request.resume().on('end', () => response.end(Buffer.alloc(1024 * 1024)))
  }, limits)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  ends.push(
    () => socket.destroy(),
    () => server.close(),
  )
  return socket
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1').slice(0, 100)
    })
    socket.on('close', () => resolve(said))
  })
}

describe('a sender that takes its time', () => {
  test('is told so when the headers do not come to an end', async () => {
    const socket = await connection({ ...patient, headersMs: 100, requestMs: 100 })
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    expect(await answerOf(socket)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('is told so when the body does not come to an end', async () => {
    const socket = await connection({ ...patient, headersMs: 100, requestMs: 100 })
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf')
    expect(await answerOf(socket)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('is let go when it asks a thousand times and reads nothing', async () => {
    const socket = await connection({ ...patient, stillMs: 300 })
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1000))
    // Its own side learns of it with the next thing it does.
    const poke = setInterval(() => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'), 100)
    ends.push(() => clearInterval(poke))
    await closed
  })
})
