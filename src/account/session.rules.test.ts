import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayShown, deviceLabel, isLive, localPath, seenIsOld, sessionEnd } from './session.rules.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const session = (shared: boolean, lastSeenAt: Temporal.Instant) => ({
  shared,
  lastSeenAt,
  expiresAt: sessionEnd('member', now),
})

describe('a session', () => {
  test('rests after 14 days without a visit', () => {
    expect(isLive(session(false, now), now.add({ hours: 14 * 24 - 1 }))).toBe(true)
    expect(isLive(session(false, now), now.add({ hours: 14 * 24 }))).toBe(false)
  })

  test('rests after 30 minutes on a shared device', () => {
    expect(isLive(session(true, now), now.add({ minutes: 29 }))).toBe(true)
    expect(isLive(session(true, now), now.add({ minutes: 30 }))).toBe(false)
  })

  test('ends after 90 days even with a visit every day', () => {
    const late = now.add({ hours: 90 * 24 })
    expect(isLive(session(false, late.subtract({ hours: 1 })), late)).toBe(false)
  })

  test('lasts a working day for moderators and operators', () => {
    expect(sessionEnd('operator', now).equals(now.add({ hours: 8 }))).toBe(true)
  })

  test('writes down a visit once an hour', () => {
    expect(seenIsOld(session(false, now), now.add({ minutes: 59 }))).toBe(false)
    expect(seenIsOld(session(false, now), now.add({ minutes: 60 }))).toBe(true)
    expect(seenIsOld(session(true, now), now.add({ minutes: 5 }))).toBe(true)
  })
})

describe('the word for a device', () => {
  test.each([
    ['Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'Firefox/Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari/iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
      'Edge/Windows',
    ],
    ['curl/8.1', ''],
    [undefined, ''],
  ])('%s is %s', (agent, label) => expect(deviceLabel(agent)).toBe(label))
})

describe('the way back after signing in', () => {
  test.each([
    '/',
    '/forum/12',
    '/groups/fit?online=1&zone=Europe/Berlin#top',
    '/forum/%E2%82%AC',
    '/forum/é',
  ])('may be %s', (path) => expect(localPath(path)).toBe(path))

  test.each([
    '',
    'forum',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/./\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=1',
    '/\u202e//',
    '/sign-out',
    '/sign-in?next=/sign-in',
    `/${'a'.repeat(600)}`,
    ['/forum', '/groups'],
    undefined,
  ])('may not be %j', (path) => expect(localPath(path)).toBeUndefined())

  test('always stays here', () => {
    const typed = fc.string({
      unit: fc.constantFrom('/', '\\', '.', '%', '2', 'f', '@', ':', '?', '#', '\t', 'a', 'evil.example'),
    })
    fc.assert(
      fc.property(typed, (path) => {
        const kept = localPath(`/${path}`)
        if (kept) expect(new URL(kept, 'https://newleaf.example/sign-in').host).toBe('newleaf.example')
      }),
    )
  })
})

describe('the day of a member', () => {
  const today = Temporal.PlainDate.from('2026-11-22')
  test('is counted from the last dose', () => {
    expect(dayShown({ showsDay: true, lastDoseOn: today.subtract({ days: 3 }) }, today)).toBe(3)
    expect(dayShown({ showsDay: true, lastDoseOn: today.subtract({ days: 40 }) }, today)).toBe(40)
  })
  test('stays hidden unless they wish it', () => {
    expect(dayShown({ showsDay: false, lastDoseOn: today }, today)).toBeUndefined()
    expect(dayShown({ showsDay: true, lastDoseOn: null }, today)).toBeUndefined()
    expect(dayShown({ showsDay: true, lastDoseOn: today.add({ days: 1 }) }, today)).toBeUndefined()
  })
})
