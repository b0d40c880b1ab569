import { spawn } from 'node:child_process'
import type { Load, Measured } from './load.ts'
import { databaseMs, memoryMb, processorMs, spentOnEach } from './usage.ts'

export interface Row extends Measured {
  perSecond: number
  /** Processor milliseconds a request, of the server and of its database; undefined where the system does not say. */
  serverMs: number | undefined
  databaseMs: number | undefined
  /** What the server holds afterwards, in megabytes; undefined where the system does not say. */
  memoryMb: number | undefined
}

/** Sends the load from a process of its own and watches what it costs the server. */
export async function measure(load: Load, serverPid: number, databasePid?: number): Promise<Row> {
  const used = () => [processorMs(serverPid), databasePid ? databaseMs(databasePid) : undefined]
  const before = used()
  const measured = await send(load)
  const spent = used().map((after, index) => spentOnEach(before[index], after, measured.requests))
  return {
    ...measured,
    perSecond: measured.requests / measured.seconds,
    serverMs: spent[0],
    databaseMs: spent[1],
    memoryMb: memoryMb(serverPid),
  }
}

/** Rounds of the same measurement as one. */
export function together(rows: Row[]): Row {
  const requests = rows.reduce((sum, row) => sum + row.requests, 0)
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0)
  const weighted = (cost: (row: Row) => number | undefined) =>
    rows.some((row) => cost(row) === undefined)
      ? undefined
      : rows.reduce((sum, row) => sum + (cost(row) ?? 0) * row.requests, 0) / requests
  return {
    requests,
    seconds,
    perSecond: requests / seconds,
    p99: Math.max(...rows.map((row) => row.p99)),
    failures: rows.reduce((sum, row) => sum + row.failures, 0),
    wrongStatus: rows.find((row) => row.wrongStatus !== undefined)?.wrongStatus,
    serverMs: weighted((row) => row.serverMs),
    databaseMs: weighted((row) => row.databaseMs),
    memoryMb: rows.at(-1)?.memoryMb,
  }
}

function send(load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bench/load.ts'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said) as Measured) : reject(new Error('The load generator failed.')),
    )
    child.stdin.end(JSON.stringify(load))
  })
}
