import autocannon, { type Request } from 'autocannon'

/** What one measurement asks for. */
export interface Load {
  url: string
  connections: number
  /** For so long, every connection sending its own requests in turn; or: */
  seconds?: number
  /** every request exactly once, shared among the connections. */
  once?: boolean
  requests: Request[]
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

// Its own process: what the generator costs must not be counted as the app's. The task comes on standard input.
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
console.log(JSON.stringify(await run(JSON.parse(Buffer.concat(chunks).toString()) as Load)))

async function run(load: Load): Promise<Measured> {
  const times: number[] = []
  let wrong = 0
  let wrongStatus: number | undefined
  let first = Number.POSITIVE_INFINITY
  let last = 0
  let connection = 0
  const running = autocannon({
    url: load.url,
    connections: load.connections,
    timeout: 20,
    ...(load.once ? { amount: load.requests.length } : { duration: load.seconds ?? 5 }),
    setupClient: (client) => {
      const turn = connection++
      const own = load.once
        ? load.requests.filter((_, index) => index % load.connections === turn)
        : load.requests
      client.setRequests(own)
    },
  })
  running.on('response', (_client, status, _bytes, milliseconds) => {
    last = performance.now()
    // When the first request went out: making the generator itself is no work of the server's.
    first = Math.min(first, last - milliseconds)
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
