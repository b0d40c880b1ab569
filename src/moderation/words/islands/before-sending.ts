/**
 * Reads what somebody wrote when they send it, on their device, and shows the same help and hints that the server
 * would, with no page in between. Sent again, it goes. The rules are fetched when somebody begins to write; where
 * that fails the form goes as it is, and the server looks.
 */
import type * as Reading from '../before.rules.ts'

let reading: Promise<typeof Reading | undefined> | undefined
let rules: typeof Reading | undefined

function load(): Promise<typeof Reading | undefined> {
  reading ??= import('../before.rules.ts').then(
    (loaded) => {
      rules = loaded
      return loaded
    },
    () => undefined,
  )
  return reading
}

for (const box of document.querySelectorAll<HTMLElement>('[data-before-sending]')) {
  const form = box.closest('form')
  form?.addEventListener('focusin', load)
  // Before others hear of it: words that are kept until they are sent are not gone yet.
  form?.addEventListener('submit', (event) => read(event, form, box), { capture: true })
}

let failed = false

function read(event: SubmitEvent, form: HTMLFormElement, box: HTMLElement): void {
  // A draft is kept as it is.
  if (failed || event.submitter?.hasAttribute('formaction')) return
  if (!rules) {
    event.preventDefault()
    event.stopImmediatePropagation()
    load().then((loaded) => {
      failed = !loaded
      form.requestSubmit(event.submitter)
    })
    return
  }
  const looked = form.querySelector<HTMLInputElement>('input[name=looked]')
  const texts = ['title', 'body'].map(
    (name) => form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)?.value ?? '',
  )
  const look = rules.lookAgain(texts, looked?.value ?? '', box.dataset.links === 'yes')
  if (!looked || !look) return
  event.preventDefault()
  event.stopImmediatePropagation()
  looked.value = rules.lookedAt(look)
  show(box, look)
}

function show(box: HTMLElement, { crisis, hints }: Reading.Look): void {
  for (const part of box.querySelectorAll<HTMLElement>('[data-found]')) {
    const name = part.dataset.found
    const hint = hints.find(({ category }) => category === name)
    part.hidden = name === 'crisis' ? !crisis : name === 'hints' ? hints.length === 0 : !hint
    const mark = part.querySelector('mark')
    if (hint && mark) mark.textContent = hint.words
  }
  const hasLink = hints.some(({ category }) => category === 'link')
  const change = box.querySelector<HTMLElement>('[data-change]')
  if (change) change.textContent = (hasLink ? change.dataset.linkOnly : change.dataset.change) ?? ''
  const anyway = box.querySelector<HTMLElement>('[data-anyway]')
  if (anyway) {
    anyway.hidden = hasLink
    anyway.textContent = (crisis ? anyway.dataset.anywayCrisis : anyway.dataset.anyway) ?? ''
  }
  box.focus({ preventScroll: true })
  box.scrollIntoView({ block: 'center' })
}
