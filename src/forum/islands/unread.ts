/** Puts what is new into the list while it is open. Each event is the row as the server draws it. */
import { fragmentOf } from '../../design/islands/html.ts'

const list = document.querySelector<HTMLElement>('[data-live-unread]')
const status = document.querySelector<HTMLElement>('[data-live-status]')
if (list && status) listen(list, status)

function listen(list: HTMLElement, status: HTMLElement) {
  let source: EventSource | undefined
  let again = ''

  const open = () => {
    source?.close()
    source = new EventSource(`${list.dataset.liveUnread}${again}`)
    // What was missed while the line was cut is in the list that comes with the next one.
    again = '&again=1'
    source.addEventListener('unread', (event) => {
      const row = fragmentOf(event.data).querySelector<HTMLElement>('li')
      if (!row) return
      document.getElementById(row.id)?.remove()
      list.prepend(row)
      status.textContent = status.dataset.arrived ?? ''
    })
    source.addEventListener('error', () => {
      source?.close()
      setTimeout(open, 4000 + Math.random() * 4000)
    })
  }

  open()
  addEventListener('pagehide', () => source?.close())
  addEventListener('pageshow', (event) => {
    if (event.persisted) open()
  })
}
