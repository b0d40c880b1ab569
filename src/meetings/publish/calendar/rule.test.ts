import { expect, test } from 'vitest'
import { rruleOf } from './rule.rules.ts'

test('a series that ends is told with the end of its last day, in UTC', () => {
  const until = '2027-03-29'
  expect(rruleOf({ every: 'week', interval: 1, days: [1], until }, 'America/New_York')).toBe(
    'FREQ=WEEKLY;BYDAY=MO;WKST=MO;UNTIL=20270330T035959Z',
  )
  expect(rruleOf({ every: 'month', weeks: [-1], day: 7 }, 'Europe/Dublin')).toBe('FREQ=MONTHLY;BYDAY=-1SU')
})
