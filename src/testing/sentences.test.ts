import { expect, test } from 'vitest'
import { unmarkedTexts } from './sentences.ts'

test('a sentence written into a page is found', () => {
  expect(unmarkedTexts('<p>⟦Good⟧ <b>written into code</b></p>')).toEqual(['written into code'])
  expect(unmarkedTexts('<button aria-label="Close">⟦x⟧</button>')).toEqual(['Close'])
})

test('marks may stand inside each other, with numbers and signs between', () => {
  expect(unmarkedTexts('<p>⟦Answered in ⟦5 minutes⟧⟧ · 12:30 – <br>⟦now⟧</p>')).toEqual([])
})

test('what people wrote, names, articles and moments are no sentences of ours', () => {
  const html =
    '<h2 dir="auto">My title <i>here</i></h2><span translate="no">Europe/Paris</span>' +
    '<div data-content>An article</div><time datetime="2026-11-22">Sunday</time><p>after</p>'
  expect(unmarkedTexts(html)).toEqual(['after'])
})
