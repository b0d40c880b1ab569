import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, foldedWords, plainText } from './excerpt.rules.ts'

const drawn = (text: string, words: string[], isBeginning = true, length = 320) =>
  excerptOf(text, [{ words, isBeginning }], length)
    .map((segment) => (segment.isMarked ? `[${segment.text}]` : segment.text))
    .join('')

describe('the words of a post', () => {
  test('stand without their form, and without what was quoted', () => {
    expect(
      plainText('<p>Hot &amp; <strong>cold</strong></p><blockquote><p>Not me</p></blockquote><p>&lt;3</p>'),
    ).toBe('Hot & cold <3')
    expect(plainText('&#39;&#x27;&bogus;&#9999999;')).toBe("''&bogus;&#9999999;")
    expect(
      plainText('<blockquote><p>a</p></blockquote>\n<ul>\n<li>one</li>\n<li>two&nbsp; &amp;lt;</li></ul>'),
    ).toBe('one two &lt;')
    expect(plainText('<p>Slept, at <em>last</em>. <a href="/x">So</a>!</p>')).toBe('Slept, at last. So!')
  })

  test('have one space between them, whatever stands there', () => {
    const parts = [
      ' ',
      '  ',
      '\n',
      'a',
      'b.',
      '<p>',
      '</p>',
      '<li>',
      '<blockquote><p>q r</p></blockquote>',
      '<em>',
      '</em>',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (html) => {
        const words = html
          .join('')
          .replace(/<\/?em>/g, '')
          .replaceAll('<blockquote><p>q r</p></blockquote>', ' ')
        expect(plainText(html.join(''))).toBe(
          words
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        )
      }),
    )
  })

  test('are compared without capitals, accents and the signs inside them', () => {
    expect(foldedWords('Café, don’t 7-OH ÑANDÚ')).toEqual(['cafe', 'don', 't', '7', 'oh', 'nandu'])
  })
})

describe('an excerpt', () => {
  test('marks what was looked for as it was written', () => {
    expect(drawn('I was Sleeping, then sleep.', ['sleep'])).toBe('I was [Sleeping], then [sleep].')
    expect(drawn('asleep or sleepless', ['sleep'])).toBe('asleep or [sleepless]')
    expect(drawn('Restless  legs and restless, legs', ['restless', 'legs'], false)).toBe(
      '[Restless  legs] and [restless, legs]',
    )
    expect(drawn('Ein Café in Ñuñoa', ['nunoa'])).toBe('Ein Café in [Ñuñoa]')
    expect(drawn('the ﬁne line', ['fine'])).toBe('the [ﬁne] line')
  })

  test('is cut between words, around the first that was looked for', () => {
    const text = `${'word '.repeat(80)}needle ${'more '.repeat(80)}`
    const piece = drawn(text, ['needle'], true, 120)
    expect(piece).toMatch(/^… (word )+\[needle\]( more)+ …$/)
    expect(piece.length).toBeLessThan(140)
  })

  test('marks the same words whether or not there is a letter in it that folds to several', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' abCD-’“—.,:7') }), (text) => {
        const words = foldedWords(text).slice(0, 1)
        if (words.length === 0) return
        expect(drawn(`${text} …`, words)).toBe(`${drawn(text, words)} …`)
      }),
    )
  })

  test('of any text gives the text back, or a piece of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        (text, looked) => {
          const words = foldedWords(looked)
          const terms = words.length === 0 ? [] : [{ words, isBeginning: true }]
          const whole = excerptOf(text, terms, 1000)
            .map((segment) => segment.text)
            .join('')
          expect(text.includes(whole.replace(/^… /, ''))).toBe(true)
        },
      ),
    )
  })
})
