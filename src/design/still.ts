import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

const drawn = new Map<string, string>()

/**
 * The inside of an element that is the same on thousands of pages, drawn once for each key: head and foot were
 * most of what a page's frame cost. Keys are few: a language, a place, a role, never an address.
 */
export function still(key: string, draw: () => VNode): { dangerouslySetInnerHTML: { __html: string } } {
  const before = drawn.get(key)
  const html = before ?? render(draw())
  if (before === undefined) drawn.set(key, html)
  return { dangerouslySetInnerHTML: { __html: html } }
}
