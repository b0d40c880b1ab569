/** Tells when the next mouthful is due: by the clock, also behind a locked screen. */
import { clockOf } from '../player/clock.rules.ts'
import { sensesOf, staysAwake } from '../player/senses.ts'

for (const box of document.querySelectorAll<HTMLElement>('[data-sips]')) countSips(box)

function countSips(box: HTMLElement): void {
  const find = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-sips-${name}]`)
  const clock = find('clock')
  const say = find('say')
  const taken = find('taken')
  const sip = find<HTMLButtonElement>('sip')
  const back = find<HTMLButtonElement>('back')
  if (!clock || !say || !taken || !sip || !back) return
  const senses = sensesOf(box)
  const stayAwake = staysAwake()
  const {
    sipMinutes,
    waitMinutes,
    due = '',
    wait = '',
    backWait = '',
    count = '',
    countOne = '',
  } = box.dataset
  let dueAt = 0
  let sips = 0

  const tell = (words: string) => {
    say.textContent = words
    senses.speak(words, document.documentElement.lang)
  }

  const tick = () => {
    if (dueAt === 0) return
    const left = Math.ceil((dueAt - Date.now()) / 1000)
    if (left > 0) {
      clock.textContent = clockOf(left)
      return
    }
    dueAt = 0
    clock.textContent = clockOf(0)
    box.classList.remove('waiting')
    tell(due)
    senses.buzz([200, 100, 200])
  }

  const waitFor = (minutes: number, words: string) => {
    dueAt = Date.now() + minutes * 60_000
    box.classList.add('waiting')
    back.hidden = false
    tell(words)
    stayAwake(true)
    tick()
  }

  sip.addEventListener('click', () => {
    sips += 1
    taken.textContent = sips === 1 ? countOne : count.replace('{count}', String(sips))
    waitFor(Number(sipMinutes), wait)
  })
  back.addEventListener('click', () => waitFor(Number(waitMinutes), backWait))
  setInterval(tick, 500)
  document.addEventListener('visibilitychange', tick)
  box.hidden = false
}
