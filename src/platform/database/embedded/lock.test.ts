import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

/** PostgreSQL that lets somebody in and is gone with their first question, as one is that is just stopping. */
async function goingDown(): Promise<string> {
  const message = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(kind)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const letIn = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(letIn)
      socket.once('data', () => {
        server.close()
        socket.destroy()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `postgres://newleaf:secret@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/newleaf`
}

test('a server that goes down while the folder is asked for is said to whoever asked, and to nobody else', async () => {
  const unheard: unknown[] = []
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => unheard.push(reason))
  try {
    const asked = lockFolder(await goingDown(), 'data')
    await expect(asked).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION|ECONN/) })
    // What nobody listens to is said when the turn is over.
    await new Promise((resolve) => setImmediate(resolve))
    expect(unheard).toEqual([])
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
})
