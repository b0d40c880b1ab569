/** Times the steps of a technique: the step in large words, a calm shape, start and pause. No sound needed. */

interface Phase {
  say: string
  seconds: number
  shape: 'grow' | 'shrink' | 'still'
}

/** To put the phone down and sit up. */
const readySeconds = 4

for (const box of document.querySelectorAll<HTMLElement>('[data-guided]')) guide(box)

function guide(box: HTMLElement): void {
  const { phases, rounds } = JSON.parse(box.dataset.guided ?? '{}') as { phases: Phase[]; rounds: number }
  const { ready = '', done = '' } = box.dataset
  const plan: Phase[] = [
    { say: ready, seconds: readySeconds, shape: 'still' },
    ...Array.from({ length: rounds }, () => phases).flat(),
  ]
  const whole = plan.reduce((sum, { seconds }) => sum + seconds, 0)
  const find = <T extends HTMLElement>(name: string) => box.querySelector<T>(name)
  const button = find<HTMLButtonElement>('button')
  const shape = find('.guided-shape')
  const say = find('.guided-say')
  const count = find('.guided-count')
  const left = find('.guided-left')
  const time = find('.guided-time')
  const line = find('.guided-done')
  if (!button || !shape || !say || !count || !left || !time || !line) return

  let at = -1
  let phaseMs = 0
  let lastTick = 0
  let timer: ReturnType<typeof setInterval> | undefined

  const wordOf = (name: 'start' | 'pause' | 'resume' | 'again') => {
    button.textContent = button.dataset[name] ?? ''
  }

  const show = () => {
    const phase = plan[at]
    if (!phase) return
    const before = plan.slice(0, at).reduce((sum, { seconds }) => sum + seconds, 0)
    const gone = before + phaseMs / 1000
    const rest = Math.ceil(whole - gone)
    count.textContent = String(Math.max(1, Math.ceil(phase.seconds - phaseMs / 1000)))
    time.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`
    line.style.inlineSize = `${(100 * gone) / whole}%`
  }

  const move = (seconds: number) => {
    shape.style.transitionDuration = `${seconds}s`
    const phase = plan[at]
    if (!phase || phase.shape === 'still') return
    shape.classList.toggle('large', phase.shape === 'grow')
    // The second breath in of a sigh still needs room to grow.
    shape.classList.toggle('nearly', phase.shape === 'grow' && plan[at + 1]?.shape === 'grow')
  }

  const enter = (next: number) => {
    at = next
    phaseMs = 0
    const phase = plan[at]
    if (!phase) return finish()
    if (say.textContent !== phase.say) say.textContent = phase.say
    move(phase.seconds)
  }

  const tick = () => {
    const now = performance.now()
    phaseMs += now - lastTick
    lastTick = now
    // A phone that slept may have missed several steps: go on where its owner left off.
    if (phaseMs >= (plan[at]?.seconds ?? 0) * 1000) enter(at + 1)
    show()
  }

  const run = () => {
    shape.style.transform = ''
    move((plan[at]?.seconds ?? 0) - phaseMs / 1000)
    lastTick = performance.now()
    timer = setInterval(tick, 200)
    box.classList.add('running')
    left.hidden = false
    wordOf('pause')
  }

  const halt = () => {
    clearInterval(timer)
    timer = undefined
    box.classList.remove('running')
  }

  const finish = () => {
    halt()
    at = -1
    say.textContent = done
    count.textContent = ''
    left.hidden = true
    shape.classList.remove('large')
    line.style.inlineSize = '100%'
    wordOf('again')
  }

  const begin = () => {
    enter(0)
    show()
    run()
  }

  button.addEventListener('click', () => {
    if (timer !== undefined) {
      halt()
      // Stay at the size of this moment instead of drifting on.
      shape.style.transform = getComputedStyle(shape).transform
      wordOf('resume')
    } else if (at < 0) begin()
    else run()
  })
  box.hidden = false
  if ('autostart' in box.dataset) begin()
}
