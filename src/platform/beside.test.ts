import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isAlive } from './database/embedded/cluster.ts'

const folder = mkdtempSync(join(tmpdir(), 'newleaf-beside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A site with nothing but a program beside it, which writes its number into a file and then does `work`. */
function startSite(name: string, work: string) {
  const beside = new URL('./beside.ts', import.meta.url).href
  mkdirSync(join(folder, 'dist/server'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(folder, `dist/server/${name}.process.js`),
    `import { writeFileSync } from 'node:fs'
import { endWithSite } from '${beside}'
endWithSite()
writeFileSync('${name}.pid', String(process.pid))
${work}`,
  )
  const site = `import { runBeside } from '${beside}'; await runBeside('${name}', { dataDir: '.' })`
  return spawn(process.execPath, ['--input-type=module', '-e', site], { cwd: folder, stdio: 'inherit' })
}

test('a program beside the site ends with it, even when the site is killed', async () => {
  const site = startSite('waits', 'setInterval(() => {}, 1000)')
  const file = join(folder, 'waits.pid')
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^\d+$/)
  const pid = Number(readFileSync(file, 'utf8'))
  expect(isAlive(pid)).toBe(true)
  site.kill('SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
})

test('a program beside the site ends by itself when its work is done, and the site goes on', async () => {
  const site = startSite('ends', '')
  expect(await new Promise((resolve) => site.once('exit', resolve))).toBe(0)
})
