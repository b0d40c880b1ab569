import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbersOn, pageOf, readMark, readPage, replyPath, writeMark } from './paging.ts'

describe('pages of a topic', () => {
  test('hold twenty posts, the first of them the topic’s own text', () => {
    expect(numbersOn(1)).toEqual({ first: 1, last: 19 })
    expect(numbersOn(2)).toEqual({ first: 20, last: 39 })
  })
  test('every reply is on the page its address names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (number) => {
        const { first, last } = numbersOn(pageOf(number))
        expect(number >= first && number <= last).toBe(true)
      }),
    )
  })
  test('are asked for by number', () => {
    expect(readPage(undefined)).toBe(1)
    expect(readPage('12')).toBe(12)
    for (const odd of ['', '0', '-1', '1.5', '01', 'two', '99999999999999999999', '２'])
      expect(readPage(odd)).toBeUndefined()
  })
  test('a reply’s address names page and reply', () => {
    expect(replyPath('7', { id: '81', number: 19 })).toBe('/forum/7#reply-81')
    expect(replyPath('7', { id: '82', number: 20 })).toBe('/forum/7?page=2#reply-82')
  })
})

describe('where a list goes on', () => {
  test('is read back as it was written', () => {
    const at = Temporal.Instant.from('2026-11-22T03:00:00.123456Z')
    const mark = readMark(writeMark({ lastPostAt: at, id: '45' }))
    expect(mark?.id).toBe('45')
    expect(mark?.at.equals(at)).toBe(true)
  })
  test.each(['', 'x', '2026-11-22T03:00:00.123456Z_0', '2026-99-22T03:00:00.123456Z_4', '1_1'])(
    'is nowhere for %j',
    (odd) => expect(readMark(odd)).toBeUndefined(),
  )
})
