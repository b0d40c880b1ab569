import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startSite } from '../tools/app/startSite.ts'
import { copyFolder, seed } from './dataFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folders to copy: after a first start, and with the demo's community in it. */
    folders: { empty: string; invented: string }
  }
}

/** A first start makes the database and loads the towns of the world: once here, not in every file. */
export default async function setup(project: TestProject): Promise<() => void> {
  const parent = mkdtempSync(join(tmpdir(), 'newleaf-folders-'))
  const folders = { empty: join(parent, 'empty'), invented: join(parent, 'invented') }
  const site = await startSite(folders.empty, { LOG_LEVEL: 'info' })
  const since = Date.now()
  while (!site.output().includes('towns of the world are loaded')) {
    if (Date.now() - since > 400_000) throw new Error(`The towns were not loaded:\n${site.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await site.stop()
  copyFolder(folders.empty, folders.invented)
  seed(folders.invented)
  project.provide('folders', folders)
  return () => rmSync(parent, { recursive: true, force: true })
}
