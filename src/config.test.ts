import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any setting Newleaf listens on this machine only', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, overTls: false })
})

test('where it listens and what it keeps is set from outside', () => {
  const settings = {
    HOST: '::1',
    PORT: '4000',
    DATA_DIR: '/srv/newleaf',
    DATABASE_URL: 'postgres://db/newleaf',
  }
  const { host, port, dataDir, databaseUrl } = readConfig(settings)
  expect({ host, port, databaseUrl }).toEqual({
    host: '::1',
    port: 4000,
    databaseUrl: 'postgres://db/newleaf',
  })
  expect(dataDir).toMatch(/newleaf$/)
})

test('.env is read, and what the environment says goes before it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-env-'))
  try {
    writeFileSync(
      join(folder, '.env'),
      'PORT=4001\nDEFAULT_ZONE=Europe/Berlin\nDATABASE_URL=postgres://db/real\n',
    )
    const program = `const { readConfig } = await import(${JSON.stringify(new URL('config.ts', import.meta.url).href)})
      const { port, defaultZone, databaseUrl } = readConfig()
      console.log(JSON.stringify({ port, defaultZone, databaseUrl }))`
    const env = { ...process.env, PORT: '4002', DATABASE_URL: '' }
    const words = ['--input-type=module', '-e', program]
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ port: 4002, defaultZone: 'Europe/Berlin' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ PUBLIC_URL: 'https://a.example/path' }, 'PUBLIC_URL'],
  [{ DEFAULT_ZONE: 'Mars/Base' }, 'DEFAULT_ZONE'],
  [{ DEFAULT_COUNTRY: 'USA' }, 'DEFAULT_COUNTRY'],
  [{ LEAVE_TO: 'nowhere' }, 'LEAVE_TO'],
  [{ DEMO: 'perhaps' }, 'DEMO'],
  [{ PASSKEY_GRACE_DAYS: 'a week' }, 'PASSKEY_GRACE_DAYS'],
  [{ CONTACT_KEY: 'short' }, 'CONTACT_KEY'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
  [{ MAIL_FROM: 'two@a.example, more@a.example' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'news@a.example' }, 'PUBLIC_URL'],
])('a wrong setting %o stops the start with a sentence that names it', (environment, name) => {
  expect(() => readConfig(environment)).toThrow(new RegExp(`cannot start[\\s\\S]*${name}`))
})

test('an https address turns on what needs TLS', () => {
  expect(readConfig({ PUBLIC_URL: 'https://newleaf.example' }).overTls).toBe(true)
})
