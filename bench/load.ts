import { randomUUID } from 'node:crypto'
import autocannon, { type Request } from 'autocannon'

/** What one measurement asks for; given as JSON in the first argument. */
export interface Load {
  url: string
  connections: number
  /** For so long, every connection sending its own requests in turn; or: */
  seconds?: number
  /** every request exactly once, shared among the connections. */
  once?: boolean
  /** One list for all, or with `perConnection` one request for each connection. */
  requests: Request[]
  perConnection?: boolean
  expect: number
}

export interface Measured {
  requests: number
  seconds: number
  p99: number
  failures: number
  /** The first status that was not the expected one. */
  wrongStatus: number | undefined
}

// Its own process: what the generator costs must not be counted as the app's.
console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}') as Load)))

async function run(load: Load): Promise<Measured> {
  const times: number[] = []
  let wrong = 0
  let wrongStatus: number | undefined
  let last = performance.now()
  let connection = 0
  const running = autocannon({
    url: load.url,
    connections: load.connections,
    timeout: 20,
    ...(load.once ? { amount: load.requests.length } : { duration: load.seconds ?? 5 }),
    setupClient: (client) => {
      const turn = connection++
      const mine = load.once || load.perConnection
      const own = mine ? load.requests.filter((_, index) => index % load.connections === turn) : load.requests
      client.setRequests(own.map(withFreshIds))
    },
  })
  const first = performance.now()
  running.on('response', (_client, status, _bytes, milliseconds) => {
    last = performance.now()
    times.push(milliseconds)
    if (status === load.expect) return
    wrong++
    wrongStatus ??= status
  })
  const { errors, timeouts } = await running
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    seconds: (last - first) / 1000,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    failures: wrong + errors + timeouts,
    wrongStatus,
  }
}

/** `[fresh]` in a body becomes a new id each time: a form that is sent twice counts once. */
function withFreshIds(request: Request): Request {
  const { body } = request
  if (!body?.includes('[fresh]')) return request
  return {
    ...request,
    setupRequest: (again) => ({ ...again, body: body.replaceAll('[fresh]', randomUUID()) }),
  }
}
