import { expect, test } from 'vitest'
import { quoteOf } from '../posts/quote.rules.ts'
import { quotedHandles } from './quoted.rules.ts'

test('who is quoted is read from the quotation as the forum begins it', () => {
  const reply = `${quoteOf('wren', 'I cannot sleep.')}Me neither.\n\n${quoteOf('o_k*i', 'A bath.')}`
  expect(quotedHandles(reply)).toEqual(['wren', 'o_k*i'])
})

test('who is quoted inside a quotation, or only named, is not', () => {
  expect(quotedHandles(quoteOf('wren', quoteOf('okapi', 'Hi.')))).toEqual(['wren'])
  expect(quotedHandles('**wren:** said so\n> somebody said **okapi:**')).toEqual([])
  expect(quotedHandles(`> **${'x'.repeat(100)}:**`)).toEqual([])
})
