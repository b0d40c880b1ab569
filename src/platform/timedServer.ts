import { createServer, type RequestListener, type Server } from 'node:http'

interface TimeLimits {
  /** For all the headers of a request, in milliseconds. */
  headersMs: number
  /** For a whole request, its body included. */
  requestMs: number
  /** For a connection on which nothing moves, in either direction: also one that asks and never reads. */
  stillMs: number
  /** How often the first two are looked at. */
  checkEveryMs: number
}

/** A proxy keeps idle connections for a minute; live streams say something every 25 seconds. */
const limits: TimeLimits = {
  headersMs: 15_000,
  requestMs: 60_000,
  stillMs: 120_000,
  checkEveryMs: 5000,
}

/** A server on which a sender that trickles, or a reader that never reads, holds a connection no longer than this. */
export function createTimedServer(listener: RequestListener, most: TimeLimits = limits): Server {
  const server = createServer(
    {
      headersTimeout: most.headersMs,
      requestTimeout: most.requestMs,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: most.checkEveryMs,
    },
    listener,
  )
  server.timeout = most.stillMs
  return server
}
