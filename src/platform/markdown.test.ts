import fc from 'fast-check'
import sanitizeHtml from 'sanitize-html'
import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

const elements = 'p br strong em s ul ol li blockquote code pre hr a h3 h4'.split(' ')
const clean = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: elements,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  }).trim()

const signs = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '&lt;',
  '&#60;',
  '&amp;lt;',
  '\\',
  '\n',
  '\n\n',
  '  \n',
  '`',
  '*',
  '</p>',
  '<br>',
]
const words = [
  'legs',
  ' ',
  'four a.m.',
  '<script>',
  '<img src=x onerror=x>',
  '<p onclick=x>',
  '&nbsp;',
  '1 < 2',
  '“so”',
  '🍂',
]

test('whatever is written, what is made of it is what a second look at it leaves', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...words), fc.string()), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (written) => {
      const html = renderMarkdown(written)
      expect(clean(html)).toBe(html)
    }),
    { numRuns: 3000 },
  )
})

test('paragraphs and ends of lines, which most posts are made of, look as they always did', () => {
  expect(renderMarkdown('One "day".\nThen the next & 1 < 2.\n\nStill here.')).toBe(
    '<p>One "day".<br />\nThen the next &amp; 1 &lt; 2.</p>\n<p>Still here.</p>',
  )
})
