/**
 * Asks how strong it is before and after a technique. The two answers are in this page's memory alone until somebody
 * keeps them: then they go to the worker of the journal on this device, which seals them. Nothing else stores them.
 */
import { type Journal, openJournal } from '../../client/journal.ts'
import { wallNow } from '../../client/wallClock.ts'

const before = document.querySelector<HTMLElement>('[data-rate-before]')
const after = document.querySelector<HTMLElement>('[data-rate]')
if (before && after) rate(before, after)

function rate(first: HTMLElement, last: HTMLElement): void {
  const answers: { before?: number | undefined; after?: number | undefined } = {}
  const said = last.querySelector<HTMLElement>('[data-rate-said]')
  const parts = [...last.querySelectorAll<HTMLElement>('[data-rate-part]')]
  const form = last.querySelector<HTMLFormElement>('form')

  const say = (name: string, gaps: Record<string, string | number> = {}) => {
    const words =
      last.querySelector<HTMLTemplateElement>(`[data-rate-say="${name}"]`)?.content.textContent ?? ''
    if (said)
      said.textContent = Object.entries(gaps).reduce(
        (text, [gap, value]) => text.replace(`{${gap}}`, String(value)),
        words,
      )
  }
  const show = (name: string | undefined) => {
    for (const part of parts) part.hidden = part.dataset.ratePart !== name
  }
  const wordOf = (when: 'before' | 'after', within: HTMLElement) =>
    within.querySelector(`[data-rate-levels] [value="${answers[when]}"]`)?.textContent ?? ''

  const listen = (when: 'before' | 'after', within: HTMLElement, then: () => void) => {
    const buttons = within.querySelectorAll<HTMLButtonElement>('[data-rate-levels] button')
    for (const button of buttons)
      button.addEventListener('click', () => {
        answers[when] = Number(button.value)
        for (const one of buttons) one.ariaPressed = String(one === button)
        then()
      })
  }

  const both = async () => {
    say('shown', { before: wordOf('before', first), after: wordOf('after', last) })
    show((await isJournalHere()) ? 'keep' : 'none')
  }
  listen('before', first, () => {
    last.hidden = false
    if (answers.after !== undefined) void both()
  })
  listen('after', last, () => void both())

  const attempt = (work: () => Promise<void>) => {
    for (const button of last.querySelectorAll('button')) button.disabled = true
    void work()
      .catch(() => say('fault'))
      .finally(() => {
        for (const button of last.querySelectorAll('button')) button.disabled = false
      })
  }

  const keep = async (journal: Journal) => {
    const about = last.querySelector<HTMLSelectElement>('select')?.value ?? last.dataset.symptom ?? ''
    const fields = { at: wallNow(), technique: last.dataset.rate ?? '', symptom: about, ...answers }
    await journal.put({ type: 'ease', fields })
    show(undefined)
    say('kept')
    // Kept once: whoever goes on begins anew.
    for (const one of [first, last])
      for (const button of one.querySelectorAll('[data-rate-levels] button')) button.ariaPressed = 'false'
    answers.before = answers.after
    answers.after = undefined
  }
  last.querySelector('[data-rate-keep]')?.addEventListener('click', () =>
    attempt(async () => {
      const journal = openJournal()
      const { lock, pin } = await journal.state()
      if (lock === 'open') return keep(journal)
      show(lock === 'none' ? 'none' : pin ? 'pin' : 'words')
      if (pin) form?.querySelector('input')?.focus()
    }),
  )
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const pin = String(new FormData(form).get('pin') ?? '')
    attempt(async () => {
      const journal = openJournal()
      const result = await journal.openWithPin(pin)
      form.reset()
      if (result.ok) return keep(journal)
      if ('waitSeconds' in result) return say('wait', { seconds: result.waitSeconds })
      say('wrong', { count: result.triesLeft })
      if (result.triesLeft === 0) show('words')
    })
  })
  first.hidden = false
}

/** Looks without opening: a device without a journal is left as it was found. */
async function isJournalHere(): Promise<boolean> {
  const found = (await indexedDB.databases?.().catch(() => [])) ?? []
  return found.some(({ name }) => name === 'newleaf-journal')
}
