import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second: getconf CLK_TCK is 100 on every platform it runs Node on. */
const ticksPerSecond = 100

/** The processor time a process has used so far in milliseconds; undefined where the system does not say. */
export function processorMs(pid: number): number | undefined {
  if (process.platform === 'linux') return ticksOf(pid) * (1000 / ticksPerSecond)
  const [time = ''] = ps(pid, 'cputime')
  return time ? inSeconds(time) * 1000 : undefined
}

/** The same for a PostgreSQL server: its first process and the ones it forked. */
export function databaseMs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const family = readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && (one === pid || parentOf(one) === pid))
  // Processes that have ended are counted by the first one, which waited for them.
  const ended = Number(statOf(pid)[14] ?? 0) + Number(statOf(pid)[15] ?? 0)
  return family.reduce((sum, one) => sum + ticksOf(one), ended) * (1000 / ticksPerSecond)
}

/** What one of so many requests took of it. */
export function spentOnEach(
  before: number | undefined,
  after: number | undefined,
  requests: number,
): number | undefined {
  return before === undefined || after === undefined ? undefined : (after - before) / requests
}

/**
 * Waits until a process does next to nothing by itself: after its start and after a change the site draws pages ahead,
 * and what is measured meanwhile holds that work too. Goes on after `most` milliseconds whatever it does.
 */
export async function untilQuiet(pid: number, most = 60_000): Promise<void> {
  const each = 500
  for (let waited = 0, quiet = 0; waited < most && quiet < 4; waited += each) {
    const before = processorMs(pid) ?? 0
    await new Promise((resolve) => setTimeout(resolve, each))
    quiet = (processorMs(pid) ?? 0) - before <= each / 10 ? quiet + 1 : 0
  }
}

/** Resident memory in megabytes (of a million bytes). */
export function memoryMb(pid: number): number | undefined {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return (Number(kilobytes) * 1024) / 1e6
  }
  const [kilobytes = ''] = ps(pid, 'rss')
  return kilobytes ? (Number(kilobytes) * 1024) / 1e6 : undefined
}

/** Fields after the program's name, which may hold spaces: 2 is the parent, 12 and 13 the time used. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return ['', ...text.slice(text.lastIndexOf(')') + 2).split(' ')]
  } catch {
    return []
  }
}

function ticksOf(pid: number): number {
  const stat = statOf(pid)
  return Number(stat[12] ?? 0) + Number(stat[13] ?? 0)
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[2] ?? 0)
}

function ps(pid: number, field: string): string[] {
  if (process.platform === 'win32') return []
  return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
}

function inSeconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
