import { expect, test } from 'vitest'
import { isForHere, plain } from './asked.ts'

const handle = (text: string) => Buffer.from(text.padEnd(32, '\u0001')).toString('base64url')

test('a server that asks a passkey for a key as well gets none', () => {
  const greedy = { challenge: 'abc', extensions: { prf: { eval: { first: 'AAAA' } } } }
  expect(plain(greedy)).toEqual({ challenge: 'abc' })
})

test('the passkey of a journal is not sent when somebody picks it to sign in', () => {
  expect(isForHere(handle('newleaf-stays-here '))).toBe(true)
  expect(isForHere(handle('?? >> ~~ an account'))).toBe(false)
  expect(isForHere(undefined)).toBe(false)
})
