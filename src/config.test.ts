import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any setting Newleaf listens on this machine only', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, overTls: false })
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
])('a wrong setting %o stops the start with a sentence that names it', (environment, name) => {
  expect(() => readConfig(environment)).toThrow(new RegExp(`cannot start[\\s\\S]*${name}`))
})

test('an https address turns on what needs TLS', () => {
  expect(readConfig({ PUBLIC_URL: 'https://newleaf.example' }).overTls).toBe(true)
})
