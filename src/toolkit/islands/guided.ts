/** Times the steps of a technique: the step in large words, a calm shape, start and pause. No sound needed. */
import { clockOf, isReadOut, momentAt, type Phase } from '../player/clock.rules.ts'
import { sensesOf, staysAwake } from '../player/senses.ts'
import { placeOnWave } from '../player/wave.rules.ts'

/** To put the phone down and sit up. */
const readySeconds = 4

const buzzes = { grow: [90], shrink: [40, 90, 40], still: [40] }

for (const box of document.querySelectorAll<HTMLElement>('[data-guided]')) guide(box)

function guide(box: HTMLElement): void {
  const { phases, rounds } = JSON.parse(box.dataset.guided ?? '{}') as { phases: Phase[]; rounds: number }
  const { ready = '', done = '' } = box.dataset
  const plan: Phase[] = [
    { say: ready, seconds: readySeconds, shape: 'still' },
    ...Array.from({ length: rounds }, () => phases).flat(),
  ]
  const whole = plan.reduce((sum, { seconds }) => sum + seconds, 0)
  const find = <T extends Element>(name: string) => box.querySelector<T>(name)
  const button = find<HTMLButtonElement>('button')
  const stage = find<HTMLElement>('.guided-stage')
  const say = find<HTMLElement>('.guided-say')
  const left = find<HTMLElement>('.guided-left')
  const time = find('.guided-time')
  const line = find<HTMLElement>('.guided-done')
  if (!button || !stage || !say || !left || !time || !line) return
  const shape = find<HTMLElement>('.guided-shape')
  const count = find('.guided-count')
  const after = find<HTMLElement>('[data-guided-after]')
  const senses = sensesOf(box)
  const stayAwake = staysAwake()
  const draw = waveOf(box)

  let at = -1
  /** What was over when it was last started, and when that was: the clock counts, also behind a locked screen. */
  let goneMs = 0
  let since = 0
  let timer: ReturnType<typeof setInterval> | undefined

  const wordOf = (name: 'start' | 'pause' | 'resume' | 'again') => {
    button.textContent = button.dataset[name] ?? ''
  }

  const move = (seconds: number) => {
    const phase = plan[at]
    if (!shape || !phase) return
    shape.style.transitionDuration = `${seconds}s`
    if (phase.shape === 'still') return
    shape.classList.toggle('large', phase.shape === 'grow')
    // The second breath in of a sigh still needs room to grow.
    shape.classList.toggle('nearly', phase.shape === 'grow' && plan[at + 1]?.shape === 'grow')
  }

  const enter = (next: number, phaseMs: number) => {
    at = next
    const phase = plan[at]
    if (!phase) return
    const round = Math.floor(Math.max(0, at - 1) / phases.length)
    say.ariaLive = isReadOut(phase, round) && !senses.isSpeaking ? 'polite' : 'off'
    if (say.textContent !== phase.say) say.textContent = phase.say
    if (at > 0) senses.buzz(buzzes[phase.shape])
    senses.speak(phase.say, say.lang)
    move(phase.seconds - phaseMs / 1000)
  }

  const gone = () => goneMs + (timer === undefined ? 0 : Math.max(0, Date.now() - since))

  const tick = () => {
    const now = gone()
    const moment = momentAt(plan, now)
    if (!moment) return finish()
    if (moment.at !== at) enter(moment.at, moment.phaseMs)
    if (count)
      count.textContent = String(Math.max(1, Math.ceil((plan[at]?.seconds ?? 0) - moment.phaseMs / 1000)))
    time.textContent = clockOf(Math.ceil(whole - now / 1000))
    line.style.inlineSize = `${now / (10 * whole)}%`
    draw(now / (1000 * whole))
  }

  const run = () => {
    if (shape) shape.style.transform = ''
    since = Date.now()
    timer = setInterval(tick, 200)
    move((plan[at]?.seconds ?? 0) - (momentAt(plan, goneMs)?.phaseMs ?? 0) / 1000)
    tick()
    box.classList.add('running')
    left.hidden = false
    wordOf('pause')
    stayAwake(true)
  }

  const halt = () => {
    goneMs = gone()
    clearInterval(timer)
    timer = undefined
    box.classList.remove('running')
    senses.hush()
    stayAwake(false)
  }

  const finish = () => {
    halt()
    at = -1
    goneMs = 0
    say.ariaLive = 'polite'
    say.textContent = done
    senses.speak(done, say.lang)
    if (count) count.textContent = ''
    left.hidden = true
    shape?.classList.remove('large')
    line.style.inlineSize = '100%'
    draw(1)
    if (after) after.hidden = false
    wordOf('again')
    box.dispatchEvent(new Event('over', { bubbles: true }))
  }

  button.addEventListener('click', () => {
    if (timer === undefined) return run()
    halt()
    // Stay at the size of this moment instead of drifting on.
    if (shape) shape.style.transform = getComputedStyle(shape).transform
    wordOf('resume')
  })
  // A page that comes back into sight is right at once.
  document.addEventListener('visibilitychange', () => {
    if (timer !== undefined && !document.hidden) tick()
  })
  box.hidden = false
  if ('autostart' in box.dataset) run()
}

/** Moves the rider along the wave; where motion is not wanted the wave stands still and the words go on. */
function waveOf(box: HTMLElement): (part: number) => void {
  const gone = box.querySelector('[data-wave-gone]')
  const rider = box.querySelector('[data-wave-rider]')
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  return (part) => {
    if (!gone || !rider || still.matches) return
    const { x, y } = placeOnWave(part)
    gone.setAttribute('width', String(x))
    rider.setAttribute('cx', String(x))
    rider.setAttribute('cy', String(y))
  }
}
