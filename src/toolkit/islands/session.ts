/**
 * Shows one technique of a session at a time and, where that is wanted, goes on to the next when one is over: a guided one
 * when it has said its last word, another one after its time by the clock. Whoever wants to stay, stays.
 */
import { clockOf } from '../player/clock.rules.ts'

/** To come back from it, and to hear what is next. */
const pauseSeconds = 8
const tickMs = 500

for (const box of document.querySelectorAll<HTMLElement>('[data-session]')) follow(box)

function follow(box: HTMLElement): void {
  const steps = [...box.querySelectorAll<HTMLElement>('[data-session-step]')]
  const goesOn = box.querySelector<HTMLInputElement>('input[name=on]')
  const bar = box.querySelector<HTMLElement>('[data-session-bar]')
  const say = bar?.querySelector<HTMLElement>('[data-session-say]')
  const left = bar?.querySelector<HTMLElement>('[data-session-left]')
  const label = goesOn?.closest('label')
  if (!goesOn || !bar || !say || !left || !label) return
  let waiting: ReturnType<typeof setInterval> | undefined

  const rest = () => {
    clearInterval(waiting)
    bar.classList.remove('on')
    left.hidden = true
    say.textContent = ''
  }

  /** By the clock: a phone that slept is not late. The time itself is shown, and not read out. */
  const wait = (seconds: number, words: string, then: () => void) => {
    rest()
    say.textContent = words
    bar.classList.add('on')
    const until = Date.now() + seconds * 1000
    const tick = () => {
      const rests = Math.ceil((until - Date.now()) / 1000)
      left.textContent = (box.dataset.left ?? '').replace('{time}', clockOf(Math.max(0, rests)))
      if (rests <= 0) then()
    }
    waiting = setInterval(tick, tickMs)
    tick()
  }

  const shownNow = () => steps.findIndex(({ hidden }) => !hidden)

  const pace = () => {
    const seconds = Number(steps[shownNow()]?.dataset.pace ?? 0)
    if (!goesOn.checked || seconds === 0) return
    wait(seconds, box.dataset.paced ?? '', soon)
    left.hidden = false
  }

  const show = (moved: boolean) => {
    rest()
    const shown = steps.find(({ id }) => `#${id}` === location.hash) ?? steps[0]
    for (const step of steps) {
      if (step !== shown) step.querySelector<HTMLElement>('.guided.running button')?.click()
      step.hidden = step !== shown
    }
    pace()
    if (!moved) return
    shown?.scrollIntoView()
    shown?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }

  /** The next one begins like the last: with its voice, and in motion. */
  const goOn = () => {
    const at = shownNow()
    const [last, next] = [steps[at], steps[at + 1]]
    if (!last || !next) return rest()
    location.hash = next.id
    show(true)
    for (const name of ['voice', 'buzz']) {
      const was = last.querySelector<HTMLInputElement>(`input[name=${name}]`)
      const will = next.querySelector<HTMLInputElement>(`input[name=${name}]`)
      if (was && will) will.checked = was.checked
    }
    next.querySelector<HTMLButtonElement>('.guided button')?.click()
  }

  const soon = () => {
    const next = steps[shownNow() + 1]
    if (!goesOn.checked || !next) return rest()
    const { title } = next.dataset
    wait(pauseSeconds, title ? (box.dataset.nextSoon ?? '').replace('{next}', title) : '', goOn)
  }

  box.addEventListener('over', soon)
  bar.querySelector('[data-session-go]')?.addEventListener('click', goOn)
  bar.querySelector('[data-session-stay]')?.addEventListener('click', () => {
    rest()
    // Its button is gone: whoever uses a keyboard is back at what they stay with.
    steps[shownNow()]?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  })
  goesOn.addEventListener('change', () => {
    if (goesOn.checked) pace()
    else rest()
  })
  addEventListener('hashchange', () => {
    // Somebody who went on by themselves is not carried further.
    if (!steps.some(({ id, hidden }) => !hidden && `#${id}` === location.hash)) show(true)
  })
  label.hidden = false
  show(location.hash !== '')
}
