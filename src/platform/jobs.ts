import { inspect } from 'node:util'
import { PgBoss } from 'pg-boss'
import { runBeside } from './beside.ts'
import { now } from './clock.ts'
import type { Config } from './config.ts'
import { connectPlain, type Sql } from './database/index.ts'
import type { Log } from './log.ts'

interface JobContext {
  db: Sql
  config: Config
  now: Temporal.Instant
  log: Log
  send: Jobs['send']
  /**
   * Runs `<name>.process.ts` in a process of its own and waits for it. Undefined where the caller is inside a
   * transaction that another process could not see.
   */
  beside?: (name: string, words?: string[]) => Promise<void>
  /** Draws those of these pages for guests that are not stored yet or no longer true. Undefined in tests of a job. */
  drawAhead?: (addresses: string[]) => Promise<void>
}

/** Something that runs later or on a schedule, on one node at a time, and again when it failed. */
export interface Job<Data extends object = object> {
  name: string
  /** Five cron fields in UTC. */
  schedule?: string
  /** Also once at every start of a node. */
  atStart?: boolean
  run(context: JobContext, data: Data): Promise<void>
}

/** Gives a job its type; slices export theirs in a list that `server.ts` starts. */
export function defineJob<Data extends object = object>(job: Job<Data>): Job<Data> {
  return job
}

export interface Jobs {
  /** Runs it soon, on some node. */
  send<Data extends object>(job: Job<Data>, data: Data): Promise<void>
}

export interface RunningJobs extends Jobs {
  stop(): Promise<void>
}

/** Starts the queue in PostgreSQL (schema `pgboss`) and works on it. */
export async function startJobs(
  { db, url }: { db: Sql; url: string },
  jobs: Job[],
  config: Config,
  log: Log,
  drawAhead: (addresses: string[]) => Promise<void>,
): Promise<RunningJobs> {
  // One connection of its own: the queue sends whole transactions as text, which a pool would scatter.
  const queue = connectPlain(url, 'newleaf jobs')
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        // The queue means null by undefined; the driver would throw half-way through a message and lose its place.
        const given = (values ?? []).map((value) => value ?? null) as never[]
        const rows: unknown[] = await queue.unsafe(text, given)
        // Of several statements at once the driver gives a list for each; the queue wants the rows of all.
        return { rows: rows.every(Array.isArray) ? rows.flat() : rows }
      },
    },
    schema: 'pgboss',
  })
  boss.on('error', (error) => log.error(wordsOf(error), 'the job queue reports an error'))
  await boss.start()
  const beside = (name: string, words?: string[]) => runBeside(name, config, words)
  const send: Jobs['send'] = async (job, data) => {
    await boss.send(job.name, data)
  }
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true })
    await boss.work<object>(job.name, async (batch) => {
      for (const one of batch)
        await job.run({ db, config, now: now(), log, send, beside, drawAhead }, one.data ?? {})
    })
    if (job.schedule) await boss.schedule(job.name, job.schedule)
    if (job.atStart) await boss.send(job.name, {}, { singletonKey: 'start', singletonSeconds: 5 })
  }
  return {
    send,
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 5000 })
      await queue.end({ timeout: 5 })
    },
  }
}

/**
 * The queue reports an Error, or a copy of one that is a plain object, or whatever was thrown. Of a fault of the
 * database the other fields quote rows, so only these two go on.
 */
export function wordsOf(fault: unknown): { message: string; stack?: string } {
  const { message, stack } = Object(fault) as { message?: unknown; stack?: unknown }
  return {
    message: typeof message === 'string' ? message : inspect(fault, { depth: 1 }),
    ...(typeof stack === 'string' ? { stack } : {}),
  }
}
