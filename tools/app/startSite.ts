import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onePool, smallHeap } from '../../scripts/become.ts'
import { isRunning } from './processes.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const startSeconds = 240

export interface Site {
  url: string
  pid: number
  dataDir: string
  /** What it has printed so far. */
  output(): string
  /** Asks it to stop, as an operator would, and gives its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Starts the built site (see scripts/ensureBuilt.ts) in a process of its own and waits until it listens. */
export async function startSite(dataDir: string, settings: Record<string, string> = {}): Promise<Site> {
  const { DATABASE_URL: _, ...environment } = process.env
  const env = {
    ...environment,
    PORT: '0',
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    ...onePool,
    ...settings,
  }
  const child = spawn(process.execPath, [...smallHeap, 'dist/server/server.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await waitForAddress(child, () => said)
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    output: () => said,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function waitForAddress(child: ChildProcess, said: () => string): Promise<string> {
  for (let tries = 0; tries < startSeconds * 50; tries++) {
    const port = /Newleaf is at \S+:(\d+)/.exec(said())?.[1]
    if (port) return `http://127.0.0.1:${port}`
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  throw new Error(`The site did not start. It said:\n${said()}`)
}

/** The first process of the database in a data folder. */
export function databasePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'database/postmaster.pid'), 'utf8').split('\n')[0])
}

/** Ends the database of a data folder as a power cut would: every process of it at once. */
export async function killDatabase(dataDir: string): Promise<void> {
  const pid = databasePid(dataDir)
  // It leads a process group of its own; Windows has no groups, and its backends end with the first process.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}
