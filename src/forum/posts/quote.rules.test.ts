import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processorTime } from '../../testing/processorTime.ts'
import { deepestQuote, holdQuotes, quoteOf } from './quote.rules.ts'

const depthOf = (line: string) => (/^(?: {0,3}> ?)+/.exec(line)?.[0].split('>').length ?? 1) - 1
const deepest = (text: string) => Math.max(...text.split('\n').map(depthOf))

describe('quotations inside quotations', () => {
  test('are held to three', () => {
    expect(holdQuotes('> > > > > deep')).toBe('> > > deep')
    expect(holdQuotes('>>>>>>deep\n> once')).toBe('> > > deep\n> once')
    expect(holdQuotes('5 > 4 > 3 > 2 > 1')).toBe('5 > 4 > 3 > 2 > 1')
  })
  test('are never deeper, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('>', ' ', 'a', '\n', '> ', '- ')), (parts) => {
        expect(deepest(holdQuotes(parts.join('')))).toBeLessThanOrEqual(deepestQuote)
        expect(deepest(quoteOf('wren', holdQuotes(parts.join(''))))).toBeLessThanOrEqual(deepestQuote)
      }),
    )
  })
  test('of five thousand signs take no time', () => {
    const spent = processorTime()
    holdQuotes('> '.repeat(10_000))
    holdQuotes(`${' '.repeat(10_000)}>`)
    expect(spent()).toBeLessThan(500)
  })
})

describe('a quotation', () => {
  test('says whose words they are, and leaves out what they quoted too deeply', () => {
    expect(quoteOf('wren', 'Yes.\n\n> No?\n> > > Old.')).toBe('> **wren:**\n> Yes.\n>\n> > No?\n\n')
  })
  test('of very long words is the beginning of them', () => {
    const quote = quoteOf('wren', 'word '.repeat(4000))
    expect(quote.length).toBeLessThan(1600)
    expect(quote).toMatch(/word …\n\n$/)
  })
})
