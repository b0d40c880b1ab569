import { existsSync } from 'node:fs'
import { chown, lchown, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** How PostgreSQL's programs are started. They refuse to run as root, so root starts them as somebody else. */
export interface RunAs {
  uid?: number
  gid?: number
  /** A program that starts them in a user namespace: for root in a folder that nobody else may enter. */
  wrapper?: [program: string, ...words: string[]]
}

interface Person {
  uid: number
  gid: number
}

const accounts = ['newleaf', 'postgres', 'nobody']

/**
 * Decides as whom PostgreSQL runs. Not root: as we are. Root: as the first of the accounts newleaf, postgres
 * and nobody if it can reach the folders; else as the account number of `nobody` in a user namespace, where
 * files of root stay readable. Throws a sentence when neither is possible.
 */
export async function chooseRunAs(folders: string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const person = await findAccount()
  if (person && (await Promise.all(folders.map((folder) => mayReach(folder, person)))).every(Boolean))
    return person
  const unshare = ['/usr/bin/unshare', '/bin/unshare'].find((path) => existsSync(path))
  if (person && unshare)
    return { wrapper: [unshare, '--user', `--map-user=${person.uid}`, `--map-group=${person.gid}`, '--'] }
  throw new Error(
    `Newleaf runs as root, and PostgreSQL will not. No ordinary account can reach ${folders.join(' and ')}: move Newleaf out of a private folder (for example to /srv/newleaf), or start it as an ordinary user.`,
  )
}

async function findAccount(): Promise<Person | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of accounts) {
    const line = lines.find((fields) => fields[0] === name)
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) }
  }
  return undefined
}

async function mayReach(folder: string, person: Person): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found) {
      const bit = found.uid === person.uid ? 0o100 : found.gid === person.gid ? 0o010 : 0o001
      if ((found.mode & bit) === 0) return false
    }
    if (path === dirname(path)) return true
  }
}

/** Gives a file, or a folder and all in it, to the account that PostgreSQL runs as (root, in a user namespace). */
export async function giveTo(path: string, runAs: RunAs): Promise<void> {
  if (process.getuid?.() !== 0) return
  const uid = runAs.uid ?? 0
  const gid = runAs.gid ?? 0
  const top = await stat(path)
  if (top.uid === uid) return
  if (top.isDirectory())
    for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), uid, gid)
  // The top last: a kill in between is noticed by the test above, and all is given again.
  await chown(path, uid, gid)
}
