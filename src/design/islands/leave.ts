/**
 * "Leave this page" works as a link. With a script it also takes this page out of the browser's way back,
 * and pressing Escape twice within a second does the same.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-leave]')
let pressedAt = 0

function leave(): void {
  // A blank page at once, even where the line is slow.
  document.documentElement.hidden = true
  if (link) location.replace(link.href)
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
