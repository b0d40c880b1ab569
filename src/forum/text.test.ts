import { describe, expect, test } from 'vitest'
import { processorTime } from '../testing/processorTime.ts'
import { hasTrickCharacters, tidyBody, tidyTitle } from './text.ts'

describe('a title', () => {
  test('is one line with single spaces', () => {
    expect(tidyTitle('  Day 3,\r\n cannot\u00a0 sleep ')).toBe('Day 3, cannot sleep')
  })
  test('loses what nobody can see', () => {
    expect(tidyTitle('D\u200ba\u2060y\ufeff 3\u00ad\u200d\u{e0041}')).toBe('Day 3')
    expect(tidyTitle('\u200b\u3164\u2060')).toBe('')
  })
  test('keeps the joiners that scripts and emoji are written with', () => {
    expect(tidyTitle('می\u200cخواهم')).toBe('می\u200cخواهم')
    expect(tidyTitle('क्\u200dष')).toBe('क्\u200dष')
    expect(tidyTitle('👩\u200d👧')).toBe('👩\u200d👧')
  })
  test('with a change of direction or a control character is a trick', () => {
    expect(hasTrickCharacters('safe\u202etxt.exe')).toBe(true)
    expect(hasTrickCharacters('a\u2067b')).toBe(true)
    expect(hasTrickCharacters('a\u200fb')).toBe(true)
    expect(hasTrickCharacters('a\u0000b')).toBe(true)
    expect(hasTrickCharacters('שלום, day 3')).toBe(false)
  })
})

describe('a body', () => {
  test('keeps its lines and the indent of its first one', () => {
    expect(tidyBody('\n\n    code\r\n\r\nthen  two\rspaces  \n')).toBe('    code\n\nthen  two\nspaces')
  })
  test('loses control, direction and invisible characters', () => {
    expect(tidyBody('a\u0000b\u202ec\u200bd\u0007\te')).toBe('abcd\te')
  })
  test('of nothing visible is empty', () => {
    expect(tidyBody(' \r\n\u200b\u00a0\n')).toBe('')
  })
  test('of a million spaces takes no time', () => {
    const spent = processorTime()
    expect(tidyBody(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002)
    expect(spent()).toBeLessThan(1000)
  })
  test('with half a character in it can still be stored', () => {
    expect(tidyBody('a\ud800b').isWellFormed()).toBe(true)
  })
})
