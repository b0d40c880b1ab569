import { pieceMark } from '../platform/frame.ts'

/** Spread on an element whose text is a name, a code or a number: translators, and our own check, pass it over. */
export const asWritten = { translate: 'no' } as unknown as { translate: boolean }

interface HtmlProps {
  /** HTML that `renderMarkdown` or `readContent` made, or a fragment of our own views. Never anything else. */
  html: string
  /** `auto` for what people wrote: their language may run from right to left. */
  dir?: 'auto'
  /** The language of our own content. */
  lang?: string
  class?: string
  id?: string
  content?: boolean
}

/** Where the piece goes that is handed to `c.var.page` beside the view. */
export function PieceHere() {
  return <Html html={pieceMark} />
}

/** The one door for ready-made HTML into a page. */
export function Html({ html, content, ...more }: HtmlProps) {
  return (
    <div {...more} {...(content ? { 'data-content': '' } : {})} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

/**
 * Data for search engines, which no browser runs: JSON inside a script element of another type. Nothing in it can end
 * the element.
 */
export function LinkedData({ data }: { data: object }) {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
