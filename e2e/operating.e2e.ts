import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Site, startSite } from '../tools/app/startSite.ts'
import { Visitor } from '../tools/app/visitor.ts'
import { patienceMs } from './browsing.ts'
import { afterFirstStart, importFeed, withInventedPeople } from './dataFolder.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-operating-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts it where it must refuse, and gives what it said. */
function refusedStart(settings: Record<string, string>): { said: string; code: number | null } {
  const env = { ...process.env, DATABASE_URL: '', PORT: '0', ...settings }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/server/server.js'], {
    env,
    encoding: 'utf8',
  })
  return { said: stdout + stderr, code: status }
}

function portOf(site: Site): number {
  return Number(new URL(site.url).port)
}

test('when asked to stop it finishes what is under way, ends its streams and exits with 0', async () => {
  const folder = newFolder()
  withInventedPeople(folder)
  const site = await startSite(folder)
  const live = await fetch(`${site.url}/forum/1/live`)
  expect(live.headers.get('content-type')).toContain('text/event-stream')
  const streamed = live.text()
  const body = 'danger=none&kind=leaf&goal=thinking'
  const socket = connect(portOf(site), '127.0.0.1')
  const head = ['POST /check-in HTTP/1.1', `Host: 127.0.0.1:${portOf(site)}`, `Origin: ${site.url}`]
  head.push('Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`)
  // The site says when it has read this far.
  head.push('Expect: 100-continue')
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  await expect.poll(() => answer, { timeout: patienceMs }).toContain('100 Continue')
  socket.write(body.slice(0, 10))
  const stopped = site.stop()
  expect(await streamed).toContain('retry:')
  expect(answer).not.toContain('HTTP/1.1 200')
  socket.write(body.slice(10))
  expect(await stopped).toBe(0)
  expect(answer).toContain('HTTP/1.1 200')
  expect(answer).toContain('</html>')
})

test('the first start prints a link for the first operator, a second start none', async () => {
  const folder = newFolder()
  const first = await startSite(folder)
  await expect.poll(() => first.output()).toMatch(/operator\/first\?token=\S+\n/)
  const link = /\/operator\/first\?token=\S+/.exec(first.output())?.[0] ?? ''
  const keeper = new Visitor(first.url)
  expect((await keeper.get(link)).status).toBe(200)
  await keeper.submit(link, '/operator/first', { handle: 'keeper', passphrase: 'a lamp in every window' })
  expect((await keeper.get('/operations')).status).toBe(200)
  expect((await new Visitor(first.url).get(link)).status).toBeGreaterThanOrEqual(400)
  expect(await first.stop()).toBe(0)
  const second = await startSite(folder)
  expect(await second.stop()).toBe(0)
  expect(second.output()).not.toContain('operator/first')
})

test('a second start on the same folder, a taken port and a wrong setting are refused with a sentence', async () => {
  const folder = newFolder()
  afterFirstStart(folder)
  const site = await startSite(folder)
  const same = refusedStart({ DATA_DIR: folder })
  expect(same).toMatchObject({ code: 1 })
  expect(same.said).toContain('Another Newleaf')
  // One folder for all that come as far as their database: making one takes longest.
  const other = newFolder()
  afterFirstStart(other)
  const port = refusedStart({ DATA_DIR: other, PORT: String(portOf(site)) })
  expect(port).toMatchObject({ code: 1 })
  expect(port.said).toContain('is taken. Set PORT')
  const setting = refusedStart({ DATA_DIR: newFolder(), DEFAULT_ZONE: 'Mars/Base' })
  expect(setting).toMatchObject({ code: 1 })
  expect(setting.said).toContain('DEFAULT_ZONE')
  const database = refusedStart({
    DATA_DIR: newFolder(),
    DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none',
  })
  expect(database).toMatchObject({ code: 1 })
  expect(database.said).toContain('The database of DATABASE_URL (127.0.0.1:9) cannot be used')
  const host = refusedStart({ DATA_DIR: other, HOST: 'not-a-host.invalid' })
  expect(host.said).toContain('cannot listen on HOST not-a-host.invalid')
  for (const { said } of [same, port, setting, database]) expect(said).not.toMatch(/^\s+at .*:\d+:\d+/m)
  expect(await site.stop()).toBe(0)
})

test('a list of meetings is imported beside the running site, and its pages show it at once', async () => {
  const folder = newFolder()
  afterFirstStart(folder)
  const site = await startSite(folder)
  const guest = new Visitor(site.url)
  expect((await guest.get('/meetings')).text).not.toContain('meeting-row')
  expect(importFeed(folder)).toMatch(/\d+/)
  await expect
    .poll(async () => (await guest.get('/meetings')).text, { timeout: patienceMs })
    .toContain('meeting-row')
  expect(importFeed(folder)).toMatch(/\d+/)
  guest.leave()
  expect(await site.stop()).toBe(0)
})
