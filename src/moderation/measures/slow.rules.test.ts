import { expect, test } from 'vitest'
import { whenNext } from './slow.rules.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}:00Z`)
const slow = { minutes: 30, until: at('18:00') }
const wren = { role: 'member', lastPostAt: at('12:00'), isCrisis: false } as const

test.for([
  ['who wrote a moment ago waits', wren, '12:01', '12:30'],
  ['half an hour later they write', wren, '12:30', undefined],
  ['who has not written yet, writes', { ...wren, lastPostAt: null }, '12:01', undefined],
  ['nobody waits longer than it is slow', { ...wren, lastPostAt: at('17:50') }, '17:55', '18:00'],
  ['after it, nobody waits', { ...wren, lastPostAt: at('17:59') }, '18:00', undefined],
  ['a moderator goes on answering', { ...wren, role: 'moderator' as const }, '12:01', undefined],
  ['nobody in a crisis is told to wait', { ...wren, isCrisis: true }, '12:01', undefined],
] as const)('%s', ([, writer, now, next]) => {
  expect(whenNext(slow, writer, at(now))?.toString()).toBe(next && at(next).toString())
})
