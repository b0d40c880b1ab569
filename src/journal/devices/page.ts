import type { JournalEvents } from '../client/api.ts'
import { type Journal, openJournal } from '../client/journal.ts'

/** What the journal's pages share in the browser: which part is shown, and what is said. */
export interface Page {
  journal: Journal
  /** Shows these steps and no others; the first heading is read out when somebody got there by themselves. */
  show(names: string[], moved?: boolean): void
  /** A sentence of the page with its gaps filled; undefined takes the last one away. */
  say(name: string | undefined, gaps?: Record<string, string | number>): void
  sentence(name: string, gaps?: Record<string, string | number>): string
  /** Hears what changes, as long as this page is shown: on a shared device several follow each other in one window. */
  on<Name extends keyof JournalEvents>(event: Name, hear: (detail: JournalEvents[Name]) => void): void
  /** What a form does instead of being sent. While it is at it, its buttons rest. */
  onSubmit(form: string, work: (form: HTMLFormElement) => Promise<void>): void
  onPress(button: string, work: (button: HTMLElement) => Promise<void>): void
}

export const find = <Kind extends HTMLElement>(selector: string, within: ParentNode = document): Kind => {
  const found = within.querySelector<Kind>(selector)
  if (!found) throw new Error(`The page has no ${selector}.`)
  return found
}

export function openPage(): Page {
  const journal = openJournal()
  const said = find('[data-said]')
  const sentence: Page['sentence'] = (name, gaps = {}) =>
    Object.entries(gaps).reduce(
      (text, [gap, value]) => text.replace(`{${gap}}`, String(value)),
      find<HTMLTemplateElement>(`[data-say="${name}"]`).content.textContent ?? '',
    )
  const say: Page['say'] = (name, gaps) => {
    said.hidden = name === undefined
    said.textContent = name === undefined ? '' : sentence(name, gaps)
  }
  const attempt = async (buttons: HTMLButtonElement[], work: () => Promise<void>) => {
    say(undefined)
    find('[data-waiting]').hidden = false
    for (const button of buttons) button.disabled = true
    try {
      await work()
    } catch {
      say('fault')
    }
    for (const button of buttons) button.disabled = false
    find('[data-waiting]').hidden = true
  }
  const main = find('main')
  return {
    journal,
    on: (event, hear) => {
      const stop = journal.on(event, (detail) => (main.isConnected ? hear(detail) : stop()))
    },
    say,
    sentence,
    show: (names, moved = true) => {
      for (const step of document.querySelectorAll<HTMLElement>('[data-step]'))
        step.hidden = !names.includes(step.dataset.step ?? '')
      if (moved) document.querySelector<HTMLElement>('[data-step]:not([hidden]) [data-step-title]')?.focus()
    },
    onSubmit: (selector, work) => {
      const form = find<HTMLFormElement>(selector)
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        void attempt([...form.querySelectorAll('button')], () => work(form))
      })
    },
    onPress: (selector, work) => {
      for (const button of document.querySelectorAll<HTMLButtonElement>(selector))
        button.addEventListener('click', () => void attempt([button], () => work(button)))
    },
  }
}

export const typed = (form: HTMLFormElement, name: string): string =>
  String(new FormData(form).get(name) ?? '')
