import { expect, test } from 'vitest'
import { processorTime } from '../../testing/processorTime.ts'
import { readFeed } from './read.ts'

const record = { slug: 'tea', name: 'Tea', day: 1, time: '19:30' }

// Read in well under a second; a pattern that goes back over what it read needs many seconds, or for ever.
test.for([
  ['name', '1st '.repeat(60)],
  ['name', '2nd and 4th, '.repeat(19)],
  ['notes', '</p'.repeat(10_000)],
  ['notes', '<br<'.repeat(8000)],
])('a feed that is made to be slow is read quickly: %s', ([field = '', text]) => {
  const spent = processorTime()
  const records = Array.from({ length: 20 }, (_, i) => ({ ...record, slug: `tea-${i}`, [field]: text }))
  expect(readFeed(JSON.stringify(records), 'UTC').meetings).toHaveLength(20)
  expect(spent()).toBeLessThan(5000)
})

test('the weeks in a name are still read, however they are joined', () => {
  const weeks = (name: string) =>
    readFeed(JSON.stringify([{ ...record, name }]), 'UTC').meetings[0]?.recurrence
  for (const name of ['1st & 3rd Monday', '1st and 3rd Mondays', '1st/3rd Monday', 'First, third Monday'])
    expect(weeks(name), name).toEqual({ every: 'month', weeks: [1, 3], day: 1 })
})
