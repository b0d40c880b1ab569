import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '../connect.ts'

/** Any number; the lock lives in the data folder's own PostgreSQL and ends with the process that holds it. */
const folderLock = 7_140_002

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the data folder for this process. Throws a sentence when another Newleaf has it.
 * Waits a few seconds first: the connection of one that was just killed closes a moment later.
 */
export async function lockFolder(url: string, dataDir: string, waitSeconds = 3): Promise<FolderLock> {
  const db = connect(url, { connections: 1, name: `newleaf process ${process.pid}`, withoutLists: true })
  try {
    for (let tries = 0; ; tries++) {
      const [row] = await db<{ taken: boolean }[]>`select pg_try_advisory_lock(${folderLock}) as taken`
      if (row?.taken) return { release: () => db.end({ timeout: 2 }) }
      if (tries >= waitSeconds * 5) break
      await pause(200)
    }
    const [holder] = await db<{ applicationName: string }[]>`
      select application_name from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and objid = ${folderLock} and granted`
    const who = holder?.applicationName.replace('newleaf ', '') ?? 'another process'
    throw new Error(
      `Another Newleaf (${who}) already runs on the data folder ${dataDir}. Stop it first, or set DATA_DIR.`,
    )
  } catch (error) {
    await db.end({ timeout: 1 })
    throw error
  }
}
