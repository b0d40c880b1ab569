import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Systems give ports above to every connection that goes out: one that is free now may be taken in a second.
const [lowest, highest] = [10_240, 32_000]

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
