import { describe, expect, test } from 'vitest'
import { processorTime } from '../../testing/processorTime.ts'
import { type Category, classify } from './classify.rules.ts'
import { fold } from './fold.rules.ts'
import { confusionOf, crisisShare } from './testing/confusion.ts'
import { readFurther, readLabelled } from './testing/labelled.ts'

const found = (text: string) => classify(text).map(({ category }) => category)

describe('on sentences that no rule was tuned on', () => {
  const heldOut = readLabelled().filter(({ half }) => half === 'held out')
  const table = confusionOf(heldOut)

  test('there are 600 and more labelled sentences, about half of them held out', () => {
    expect(readLabelled().length).toBeGreaterThanOrEqual(600)
    expect(heldOut.length / readLabelled().length).toBeGreaterThan(0.4)
  })
  test('19 of 20 who say that they want to die are seen', () =>
    expect(crisisShare(table, 'crisis-explicit')).toBeGreaterThanOrEqual(0.95))
  test('4 of 5 who say it without saying it are seen', () =>
    expect(crisisShare(table, 'crisis-implicit')).toBeGreaterThanOrEqual(0.8))
  test('at most 6 of 100 ordinary posts are taken for a crisis', () =>
    expect(crisisShare(table, 'ordinary')).toBeLessThanOrEqual(0.06))
  test('fear for somebody else is not taken for the writer’s own', () =>
    expect(crisisShare(table, 'about-another')).toBeLessThanOrEqual(0.1))
  test.each(['sourcing', 'vendor', 'price', 'contact', 'dosing', 'amount'] as Category[])(
    'nine of ten sentences on %s get their hint',
    (category) => {
      const those = heldOut.filter(({ label }) => label === category)
      const seen = those.filter(({ text }) => found(text).includes(category))
      expect(seen.length / those.length).toBeGreaterThanOrEqual(0.9)
    },
  )
  test('what is said in roundabout words, and was tuned on, stays seen', () => {
    const harder = confusionOf(readFurther('harder'))
    expect(crisisShare(harder, 'crisis-explicit')).toBeGreaterThanOrEqual(0.93)
    expect(crisisShare(harder, 'crisis-implicit')).toBeGreaterThanOrEqual(0.88)
    expect(crisisShare(harder, 'ordinary')).toBeLessThanOrEqual(0.04)
  })
  test('what was written last, and tuned on by nobody, does not fall below what is published', () => {
    const last = confusionOf(readFurther('afterwards'))
    expect(crisisShare(last, 'crisis-explicit')).toBeGreaterThanOrEqual(0.85)
    expect(crisisShare(last, 'crisis-implicit')).toBeGreaterThanOrEqual(0.8)
    expect(crisisShare(last, 'ordinary')).toBeLessThanOrEqual(0.06)
  })
})

describe('the hint', () => {
  test.each([
    ['w\u200bant to d\u0456e, I wan\u200dt to die', 'crisis-explicit'],
    ['I want to 𝗱𝗶𝗲', 'crisis-explicit'],
    ['I\u00a0want\u00a0to\u00a0die', 'crisis-explicit'],
    ['i wanna k1ll mys3lf', 'crisis-explicit'],
    ['wh3re c4n I buy kr4tom', 'sourcing'],
  ] as [string, Category][])('is not fooled by how it is written: %s', (text, category) =>
    expect(found(text)).toContain(category),
  )

  test('marks the place in the text as it was typed', () => {
    const text = 'It’s day 4. Where can I bu\u200by kr4tom in Ohio?'
    const [place] = classify(text)
    expect(text.slice(place?.start, place?.end)).toMatch(/^Where can I bu\u200by kr4tom/)
  })

  test.each([
    'I am not suicidal, only tired',
    'I used to want to die. Years ago',
    '> I want to die\nHow are you tonight?',
    'This craving is killing me',
    'I could die of embarrassment',
    'My taper is 2 g less than last week',
    'Call 1-800-662-4357, they are kind',
    '',
  ])('is not given to: %s', (text) => expect(found(text)).toEqual([]))

  test('names what is one’s own to decide and leaves it', () => {
    expect(found('I take 4 g less than last week')).toEqual([])
    expect(found('You should take 4 g every 6 hours')).toEqual(['dosing'])
  })

  test('of a link is a link', () => expect(found('read https://example.org/sleep')).toEqual(['link']))

  test('reads the signs that phones put in like plain ones', () => {
    const [plain, typed] = ['I don\'t want to live - "no"', 'I don’t want to live – “no”'].map((text) =>
      fold(text),
    )
    expect(typed?.text).toBe(plain?.text)
    expect(typed?.from()).toEqual(plain?.from())
  })

  test('folds every text to one that is no longer, and knows each place', () => {
    for (const { text } of readLabelled()) {
      const folded = fold(`${text} ’é𝗱`)
      expect(folded.from().length).toBe(folded.text.length)
    }
  })

  test('of 20,000 letters without a space, or all alike, takes no longer than others', () => {
    const spent = processorTime()
    for (const part of ['ab', '1', 'a@', 'k i l l ', 'five ', 'Aaa ', '"', '> ', 'i want to '])
      classify(part.repeat(20_000 / part.length))
    expect(spent()).toBeLessThan(2000)
  })
})
