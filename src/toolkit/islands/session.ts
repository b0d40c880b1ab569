/** Shows one technique of a session at a time and, where that is wanted, goes on to the next when one is over. */

/** To come back from it, and to hear what is next. */
const pauseSeconds = 8

for (const box of document.querySelectorAll<HTMLElement>('[data-session]')) follow(box)

function follow(box: HTMLElement): void {
  const steps = [...box.querySelectorAll<HTMLElement>('[data-session-step]')]
  const goesOn = box.querySelector<HTMLInputElement>('input[name=on]')
  const say = box.querySelector<HTMLElement>('[data-session-say]')
  const label = goesOn?.closest('label')
  if (!goesOn || !say || !label) return
  let waiting: ReturnType<typeof setTimeout> | undefined

  const stay = () => {
    clearTimeout(waiting)
    waiting = undefined
    say.textContent = ''
  }

  const show = (moved: boolean) => {
    stay()
    const shown = steps.find(({ id }) => `#${id}` === location.hash) ?? steps[0]
    for (const step of steps) {
      if (step !== shown) step.querySelector<HTMLElement>('.guided.running button')?.click()
      step.hidden = step !== shown
    }
    if (!moved) return
    shown?.scrollIntoView()
    shown?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }

  /** The next one begins like the last: with its voice, and in motion. */
  const begin = (step: HTMLElement, last: HTMLElement) => {
    for (const name of ['voice', 'buzz']) {
      const was = last.querySelector<HTMLInputElement>(`input[name=${name}]`)
      const will = step.querySelector<HTMLInputElement>(`input[name=${name}]`)
      if (was && will) will.checked = was.checked
    }
    step.querySelector<HTMLButtonElement>('.guided button')?.click()
  }

  box.addEventListener('over', () => {
    const at = steps.findIndex(({ hidden }) => !hidden)
    const [last, next] = [steps[at], steps[at + 1]]
    if (!goesOn.checked || !last || !next) return
    const { title } = next.dataset
    if (title) say.textContent = (box.dataset.nextSoon ?? '').replace('{next}', title)
    waiting = setTimeout(() => {
      location.hash = next.id
      show(true)
      begin(next, last)
    }, pauseSeconds * 1000)
  })
  goesOn.addEventListener('change', () => {
    if (!goesOn.checked) stay()
  })
  addEventListener('hashchange', () => {
    // Somebody who went on by themselves is not carried further.
    if (!steps.some(({ id, hidden }) => !hidden && `#${id}` === location.hash)) show(true)
  })
  label.hidden = false
  show(location.hash !== '')
}
