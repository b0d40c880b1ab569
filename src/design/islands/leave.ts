import { forgetDevice } from '../forgetDevice.ts'

/**
 * "Leave this page" works as a link. With a script it also empties this browser of all that is ours, takes the page out
 * of the way back, and pressing Escape twice within a second does the same.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-leave]')
let pressedAt = 0

function leave(): void {
  // Through our own address, which takes the cookies too; without a line straight to the harmless one.
  if (link) void forgetDevice(navigator.onLine ? link.href : (document.body.dataset.leaveTo ?? '/leave'))
}

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  if (event.timeStamp - pressedAt < 1000) leave()
  pressedAt = event.timeStamp
})
