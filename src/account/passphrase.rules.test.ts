import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyPassphrase, whyNoPassphrase, wordsPassphrase } from './passphrase.rules.ts'

const words = readFileSync('content/en/account/words.txt', 'utf8').trim().split('\n')

describe('a passphrase', () => {
  test.each([
    'green kettle over the hill',
    'my sister paints blue boats',
    'zwölf Boxkämpfer jagen Viktor',
    'четыре тихих синих лодки',
    '四艘安静的蓝色小船在早晨的河面上慢慢地漂着',
  ])('may be %s', (passphrase) => expect(whyNoPassphrase(passphrase, 'wren')).toBeUndefined())

  test.each([
    ['short one', 'too_short'],
    ['              a ', 'too_short'],
    ['x'.repeat(1001), 'too_long'],
    ['aaaaaaaaaaaaaaaaaaaa', 'too_common'],
    ['passwordpassword', 'too_common'],
    ['P@ssw0rdP@ssw0rd1', 'too_common'],
    ['qwertyuiopasdfgh', 'too_common'],
    ['123456789012345', 'too_common'],
    ['abcdefghijklmnop', 'too_common'],
    ['1q2w3e4r5t6y7u8i', 'too_common'],
    ['iloveyou iloveyou 123', 'too_common'],
    ['newleafnewleaf2026', 'too_common'],
    ['quiet-river quiet-river', 'has_handle'],
    ['quietriver1234567', 'has_handle'],
  ])('may not be %s: %s', (passphrase, reason) =>
    expect(whyNoPassphrase(passphrase, 'quiet-river')).toBe(reason),
  )

  test('is the same with the space a phone adds after the last word', () => {
    expect(tidyPassphrase('green kettle  over the hill ')).toBe('green kettle over the hill')
  })

  test('never breaks the rules, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string(), whyNoPassphraseRuns))
  })

  test('made for you is six words that we accept', () => {
    for (let round = 0; round < 200; round += 1) {
      const made = wordsPassphrase(words, randomInt)
      expect(made.split(' ')).toHaveLength(6)
      expect(whyNoPassphrase(made, 'wren')).toBeUndefined()
    }
  })

  test('comes from 2,048 different words that are easy to spell', () => {
    expect(new Set(words).size).toBe(2048)
    expect(words.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([])
  })
})

function whyNoPassphraseRuns(typed: string, handle: string) {
  whyNoPassphrase(typed, handle)
}
