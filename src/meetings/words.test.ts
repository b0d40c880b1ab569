import { expect, test } from 'vitest'
import { t } from './messages.ts'
import type { Recurrence } from './recurrence/recurrence.ts'
import { recurrenceWords } from './words.ts'

test('a series that begins and ends says so', () => {
  const say = (recurrence: Recurrence) => recurrenceWords(t('en'), recurrence)
  const monday: Recurrence = { every: 'week', interval: 1, days: [1] }
  expect(say(monday)).toBe('Every Monday')
  expect(say({ ...monday, begins: '2027-01-04' })).toBe('Every Monday, from January 4, 2027')
  expect(say({ ...monday, until: '2027-03-29' })).toBe('Every Monday, until March 29, 2027')
  expect(say({ ...monday, begins: '2027-01-04', until: '2027-03-29' })).toBe(
    'Every Monday, from January 4, 2027 to March 29, 2027',
  )
  expect(say({ every: 'once', date: '2026-12-24' })).toBe('Once, on Thursday, December 24, 2026')
})
