import { describe, expect, test } from 'vitest'
import { canAskForPasskeys, officeNow } from './office.rules.ts'

const site = { publicUrl: 'https://newleaf.example', overTls: true, passkeyGraceDays: 7, demo: false }
const roleSince = Temporal.Instant.from('2026-11-01T00:00:00Z')
const moderator = { role: 'moderator' as const, roleSince, hasPasskey: false, passkeyAt: null }
const at = (time: string) => Temporal.Instant.from(time)

describe('an office and its passkey', () => {
  test('a member is never asked', () => {
    const member = { ...moderator, role: 'member' as const, hasPasskey: true }
    expect(officeNow(member, site, at('2030-01-01T00:00:00Z'))).toEqual({ role: 'member' })
    const demo = { ...site, demo: true }
    expect(officeNow(moderator, demo, at('2030-01-01T00:00:00Z'))).toEqual({ role: 'moderator' })
  })

  test('a week to add one, and the day is known; then the office is closed', () => {
    const passkeyBy = at('2026-11-08T00:00:00Z')
    expect(officeNow(moderator, site, at('2026-11-07T23:59:59Z'))).toEqual({ role: 'moderator', passkeyBy })
    expect(officeNow(moderator, site, passkeyBy)).toEqual({
      role: 'member',
      closed: { role: 'moderator', until: 'added' },
    })
  })

  test('whoever has one shows it once in eight hours, also within the first week', () => {
    const shown = { ...moderator, hasPasskey: true, passkeyAt: at('2026-11-02T00:00:00Z') }
    expect(officeNow(shown, site, at('2026-11-02T07:59:59Z'))).toEqual({ role: 'moderator' })
    const closed = { role: 'member', closed: { role: 'moderator', until: 'confirmed' } }
    expect(officeNow(shown, site, at('2026-11-02T08:00:00Z'))).toEqual(closed)
    expect(officeNow({ ...shown, passkeyAt: null }, site, at('2026-11-02T01:00:00Z'))).toEqual(closed)
  })

  test('nobody is asked where no browser could answer', () => {
    const ask = (publicUrl: string | undefined, overTls = true) => canAskForPasskeys({ publicUrl, overTls })
    expect([ask('https://newleaf.example'), ask('http://localhost:3000', false)]).toEqual([true, true])
    expect([ask(undefined, false), ask('http://newleaf.example', false), ask('https://192.0.2.1')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
