import { entranceTo } from '../devices/entrance.ts'
import { find, openPage, type Page } from '../devices/page.ts'
import type { Json } from '../records/state.ts'
import { type Journal, JournalFault } from './journal.ts'
import { wallNow } from './wallClock.ts'

export { wallNow } from './wallClock.ts'

export type Fields = Record<string, Json>

export interface BookPage extends Page {
  /** The texts of a form that were filled in. */
  read(form: HTMLFormElement): Map<string, string[]>
  /** A sentence with a number in it, in the singular where it is one. */
  counted(name: string, count: number): string
  /** A line of the page’s own, with its gaps filled. */
  line(name: string, gaps?: Record<string, string>): HTMLElement
  /** Shows these parts after an entry and takes the reader there. */
  after(form: HTMLFormElement | undefined, names: string[]): void
}

/** Opens the journal for a page; leads to beginning or opening it where it is not open. */
export async function openBook(draw: (page: BookPage) => Promise<void>): Promise<void> {
  const plain = openPage()
  const counted = (name: string, count: number) =>
    plain.sentence(count === 1 ? `${name}.one` : name, {
      count: count.toLocaleString(document.documentElement.lang),
    })
  const page: BookPage = { ...plain, read, line, after, counted }
  keepTens()
  const start = async () => {
    const { lock } = await page.journal.state()
    if (lock !== 'open') {
      location.replace(entranceTo(lock))
      return
    }
    await draw(page)
    find('[data-book]').hidden = false
  }
  page.journal.on('state', ({ lock }) => {
    if (lock !== 'open') location.replace(lock === 'none' ? '/journal' : entranceTo(lock))
  })
  await start().catch((fault) => page.say(fault instanceof JournalFault ? 'fault' : 'fault'))
}

function read(form: HTMLFormElement): Map<string, string[]> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim()
    if (text !== '') typed.set(name, [...(typed.get(name) ?? []), text])
  }
  return typed
}

function line(name: string, gaps: Record<string, string> = {}): HTMLElement {
  const copy = find<HTMLTemplateElement>(`[data-line="${name}"]`).content.cloneNode(true) as DocumentFragment
  for (const [gap, text] of Object.entries(gaps)) {
    const element = copy.querySelector(`[data-gap="${gap}"]`)
    if (element) element.textContent = text
  }
  return copy.firstElementChild as HTMLElement
}

function after(form: HTMLFormElement | undefined, names: string[]): void {
  if (form) form.hidden = true
  const parts = [...document.querySelectorAll<HTMLElement>('[data-after]')]
  for (const part of parts) part.hidden = !names.includes(part.dataset.after ?? '')
  parts
    .find((part) => !part.hidden)
    ?.querySelector<HTMLElement>('h2')
    ?.focus()
}

/** A slider says its number, and counts as an answer only once it was touched. */
function keepTens(): void {
  for (const slider of document.querySelectorAll<HTMLInputElement>('[data-ten]'))
    slider.addEventListener('input', () => {
      slider.dataset.touched = ''
      find(`[data-ten-of="${slider.name}"]`).textContent = slider.value
    })
}

export const isTouched = (name: string): boolean =>
  'touched' in (find<HTMLInputElement>(`[data-ten][name="${name}"]`).dataset ?? {})

/** Puts a slider where it was left; null: as if nobody had touched it. */
export function setTen(name: string, value: number | null): void {
  const slider = find<HTMLInputElement>(`[data-ten][name="${name}"]`)
  slider.value = String(value ?? 5)
  if (value === null) delete slider.dataset.touched
  else slider.dataset.touched = ''
  find(`[data-ten-of="${name}"]`).textContent = slider.value
}

/** Keeps one record, a new one or, with its id, one that is there; what is too long is said, and stays in the form. */
export async function keep(
  page: BookPage,
  journal: Journal,
  type: string,
  fields: Fields,
  id?: string,
): Promise<boolean> {
  try {
    await journal.put({ ...(id ? { id } : {}), type, fields })
    return true
  } catch (fault) {
    if (!(fault instanceof JournalFault) || fault.fault !== 'TooLarge') throw fault
    page.say('tooLarge')
    return false
  }
}

export const today = (): string => wallNow().slice(0, 10)

export function shortWhen(at: string, locale = document.documentElement.lang): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = at.split(/\D/).map(Number)
  const when = new Date(year, month - 1, day, hour, minute)
  const format: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(
    locale,
    at.length > 10 ? { ...format, hour: '2-digit', minute: '2-digit' } : format,
  ).format(when)
}
