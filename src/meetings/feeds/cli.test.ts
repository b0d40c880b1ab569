import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { connect } from '../../platform/database/index.ts'
import { runFeedCommand } from './cli.ts'

// The command commits, so it gets a database that no other test sees.
const database = new URL(inject('databaseUrl'))
const folder = mkdtempSync(join(tmpdir(), 'newleaf-feed-'))

beforeAll(async () => {
  const maker = connect(database.href, { connections: 1 })
  await maker.unsafe('create database feed_command template migrated')
  await maker.end()
  database.pathname = '/feed_command'
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function feed(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const config = readConfig({ DATABASE_URL: database.href })
  const code = await runFeedCommand(args, config, (line: string) => lines.push(line))
  return { code, said: lines.join('\n') }
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('npm run feed', () => {
  test('brings a file in and prints what was mended and refused', async () => {
    const records = Array.from({ length: 30 }, (_, index) => ({
      slug: `m-${index}`,
      name: `Meeting ${index}`,
      day: index === 7 ? 7 : 1,
      time: '7:00 PM',
      location: 'Library',
    }))
    const path = file('harbour.json', JSON.stringify(records))
    const { code, said } = await feed('import', path, '--timezone', 'Europe/Dublin', '--name', 'Harbour')
    expect(code).toBe(0)
    expect(said).toContain('Meeting Guide, 30 records')
    expect(said).toContain('30 records: 29 taken (29 of them mended), 1 refused')
    expect(said).toContain('29 added, 0 changed, 0 gone, 0 the same')
    expect(said).toContain('Record 8 (Meeting 7) refused, day: “7” is not a day from 0 (Sunday) to 6')
    expect(said).toContain('Record 1 (Meeting 0), time: “7:00 PM” read as 19:00')
    expect(said).toContain('… and 9 more')
    expect((await feed('import', path, '--name', 'Harbour')).said).toContain(
      '0 added, 0 changed, 0 gone, 29 the same',
    )
  })

  test('prints a line for every refused record, and with --all for every mended one', async () => {
    const records = Array.from({ length: 60 }, (_, index) => ({
      slug: `m-${index}`,
      name: `Meeting ${index}`,
      day: index < 30 ? 9 : 1,
      time: '7:00 PM',
      location: 'Library',
    }))
    const path = file('full.json', JSON.stringify(records))
    const some = await feed('import', path, '--timezone', 'Europe/Dublin')
    expect(some.said.match(/ refused, day: “9”/g)).toHaveLength(30)
    expect(some.said.match(/ read as 19:00/g)?.length).toBeLessThan(30)
    expect(some.said).toContain('(--all prints them)')
    const every = await feed('import', path, '--all')
    expect(every.said.match(/ refused, day: “9”/g)).toHaveLength(30)
    expect(every.said.match(/\(Meeting [345]\d\), time: “7:00 PM” read as 19:00/g)).toHaveLength(30)
    expect(every.said).not.toContain('more')
  })

  test('ends with a sentence and the code 1 when there is nothing to read', async () => {
    expect(await feed('import', file('cut.json', '[{"slug":"a","na'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('it ends in the middle'),
    })
    expect((await feed('import', join(folder, 'none.json'))).said).toContain('There is no file')
    expect((await feed('import', 'http://127.0.0.1:9/feed')).said).toContain('leads into a private network')
    expect((await feed('import', 'ftp://example.org/feed')).said).toContain('not a web address')
  })

  test('says how to use it when it is not understood', async () => {
    for (const args of [
      [],
      ['export'],
      ['import'],
      ['import', 'a', 'b'],
      ['import', 'a', '--colour', 'red'],
    ]) {
      expect(await feed(...args)).toMatchObject({ code: 1, said: expect.stringContaining('How to use it') })
    }
    expect((await feed('import', 'a', '--timezone', 'Mars')).said).toContain('is not a time zone')
    expect((await feed('import', 'a', '--kind', 'cult')).said).toContain('There are: twelve_step')
  })
})
