import { describe, expect, test } from 'vitest'
import { delayAfter, openLockout } from './lockout.ts'
import { newRecoveryCode, tidyRecoveryCode } from './tokens.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

describe('after failed sign-ins', () => {
  test('the delay grows to 15 minutes', () => {
    expect([0, 4, 5, 6, 7, 11, 12, 400].map(delayAfter)).toEqual([0, 0, 15, 30, 60, 900, 900, 900])
  })

  test('the sixth try waits, and is let in afterwards', () => {
    const lockout = openLockout()
    for (let tries = 0; tries < 5; tries += 1) {
      expect(lockout.secondsToWait('wren', now)).toBe(0)
      lockout.failed('wren', now)
    }
    expect(lockout.secondsToWait('wren', now)).toBe(15)
    expect(lockout.secondsToWait('robin', now)).toBe(0)
    expect(lockout.secondsToWait('wren', now.add({ seconds: 15 }))).toBe(0)
  })

  test('all is forgotten after a success, or after an hour', () => {
    const lockout = openLockout()
    for (let tries = 0; tries < 9; tries += 1) lockout.failed('wren', now)
    expect(lockout.secondsToWait('wren', now.add({ hours: 1 }))).toBe(0)
    for (let tries = 0; tries < 9; tries += 1) lockout.failed('wren', now)
    lockout.succeeded('wren')
    expect(lockout.secondsToWait('wren', now)).toBe(0)
  })

  test('a flood of made-up handles is forgotten oldest first', () => {
    const lockout = openLockout()
    for (let tries = 0; tries < 5; tries += 1) lockout.failed('wren', now)
    for (let made = 0; made < 50_000; made += 1) lockout.failed(`made-up-${made}`, now)
    expect(lockout.secondsToWait('wren', now)).toBe(0)
  })
})

describe('a code that is shown once', () => {
  test('can be typed as people type it', () => {
    const code = newRecoveryCode()
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    expect(tidyRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)).toBe(
      code.replaceAll('-', ''),
    )
  })

  test('is different every time', () => {
    expect(new Set(Array.from({ length: 100 }, newRecoveryCode)).size).toBe(100)
  })
})
