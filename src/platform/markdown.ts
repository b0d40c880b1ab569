import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 }).disable([
  'image',
  'table',
])

/** Belt and braces: markdown-it makes no other element, and should it ever, it does not get through. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'a',
    'h3',
    'h4',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // A post is below its page's headings.
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, attributes) => ({
      tagName,
      attribs: { ...attributes, rel: 'nofollow ugc noopener noreferrer' },
    }),
  },
}

/** Paragraphs and the ends of lines: with no other sign that could begin an element, there is nothing to be taken away. */
const plain = /^(?:<p>(?:[^<>]|<br>)*<\/p>\n?)*$/

/** Markdown written by anybody -> HTML that is safe to show. No raw HTML, no pictures, links that tell nobody. */
export function renderMarkdown(text: string): string {
  const html = markdown.render(text)
  // Most of what people write, and a good part of the time that a reply takes.
  if (plain.test(html)) return html.replaceAll('<br>', '<br />').replaceAll('&quot;', '"').trim()
  return sanitizeHtml(html, allowed).trim()
}
