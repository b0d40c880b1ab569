import type { Page } from '../devices/page.ts'

/** What the page calls one of ours, such as a technique; words of the person’s own stay as they are. */
export function named(page: Page, kind: string, value: string): string {
  const name = `${kind}.${value}`
  return document.querySelector(`[data-say="${CSS.escape(name)}"]`) ? page.sentence(name) : value
}
