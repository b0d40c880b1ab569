import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Real lists, never part of this project: beside it where somebody has them.
const folder = join(import.meta.dirname, '../../../../shared/feeds')

export const haveRealFeeds = existsSync(join(folder, 'mg-eda-185.json'))

if (!haveRealFeeds) console.warn(`No real meeting feeds in ${folder}: the tests that read them are skipped.`)

export function realFeed(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

export function realFeedNames(): string[] {
  return haveRealFeeds ? readdirSync(folder).filter((name) => /\.json(\.txt)?$/.test(name)) : []
}
