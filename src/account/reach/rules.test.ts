import { describe, expect, test } from 'vitest'
import { isPushAddress, kindsFor, nextHour, retryAt } from './rules.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

describe('trying again', () => {
  test('waits longer each time, and never longer than six hours', () => {
    const minutes = (failures: number) => retryAt(failures, now).since(now).total('minutes')
    expect([1, 2, 3, 8, 9, 400].map(minutes)).toEqual([2, 4, 8, 256, 360, 360])
  })

  test('waits as long as the other side asks, within reason', () => {
    const minutes = (asked: number) => retryAt(1, now, asked).since(now).total('minutes')
    expect([0, 60, 3600, 1e9].map(minutes)).toEqual([2, 2, 60, 1440])
  })
})

test('an address of a push service has nothing about it that leads elsewhere', () => {
  expect(isPushAddress('https://push.example.org/abc?x=1')).toBe(true)
  for (const bad of [
    'http://push.example.org/',
    'https://push.example.org:8443/',
    'https://me:secret@push.example.org/',
    'https://localhost/',
    'file:///etc/passwd',
    'nonsense',
    '',
    `https://push.example.org/${'x'.repeat(1000)}`,
  ])
    expect(isPushAddress(bad), bad).toBe(false)
})

test('only those in office choose what is urgent', () => {
  expect(kindsFor('member')).not.toContain('urgent')
  expect(kindsFor('moderator')).toContain('urgent')
})

test.for([
  ['2026-11-22T07:59:00-05:00', 8, 'America/New_York', '2026-11-22T08:00:00-05:00'],
  ['2026-11-22T08:00:00-05:00', 8, 'America/New_York', '2026-11-23T08:00:00-05:00'],
  // The clock goes forward from two to three.
  ['2026-03-07T12:00:00-05:00', 2, 'America/New_York', '2026-03-08T03:00:00-04:00'],
  ['2026-10-31T23:00:00-04:00', 1, 'America/New_York', '2026-11-01T01:00:00-04:00'],
] as const)('after %s the next %i o’clock in %s is %s', ([at, hour, zone, next]) => {
  const found = nextHour(Temporal.Instant.from(at), hour, zone)
  expect(found.toString()).toBe(Temporal.Instant.from(next).toString())
})
