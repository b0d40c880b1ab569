/**
 * Puts answers into the page as they are written. The server sends each one drawn, in the zone that the
 * page names in the stream's address; the id of the last one travels with every reconnect, so a dropped line misses nothing.
 */
import { fragmentOf } from '../../design/islands/html.ts'
import { zoneNameHere } from '../../design/zoneNameHere.ts'

const list = document.querySelector<HTMLElement>('[data-live-topic]')
const status = document.querySelector<HTMLElement>('[data-live-status]')
const showOwnTimes = ownTimes()
if (list) showOwnTimes(list)
if (list && status) listen(list, status)

/** For a reader who has told us no zone: times by the clock of this device, as `formatOfWhen` has them, and its name. */
function ownTimes(): (within: ParentNode) => void {
  const told = document.querySelector<HTMLElement>('[data-own-times]')
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!told || !own || own === told.dataset.ownTimes) return () => {}
  const { lang } = document.documentElement
  told.textContent = told.dataset.said?.replace('*', zoneNameHere(own, lang)) ?? ''
  const day = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const
  const thisYear = new Intl.DateTimeFormat(lang, day)
  const anyYear = new Intl.DateTimeFormat(lang, { ...day, year: 'numeric' })
  return (within) => {
    for (const time of within.querySelectorAll<HTMLTimeElement>('time.when')) {
      const at = new Date(time.dateTime)
      time.textContent = (Date.now() - at.getTime() > 300 * 86_400_000 ? anyYear : thisYear).format(at)
    }
  }
}

function writerOf(post: HTMLElement | null): string | undefined {
  return post?.querySelector('h2')?.textContent
}

/** What says that nobody has answered yet is true no longer. */
function endWaiting() {
  for (const said of document.querySelectorAll('[data-until-answer]')) said.remove()
}

function listen(list: HTMLElement, status: HTMLElement) {
  const address = list.dataset.liveTopic ?? ''
  const page = Number(list.dataset.page)
  let last = list.dataset.last ?? '0'
  let source: EventSource | undefined
  let again = ''

  const open = () => {
    source?.close()
    source = new EventSource(`${address}&after=${last}${again}`)
    again = '&again=1'
    source.addEventListener('reply', (event) => {
      if (event.lastEventId) last = event.lastEventId
      const reply = fragmentOf(event.data).querySelector<HTMLElement>('article')
      if (reply) place(reply)
    })
    source.addEventListener('elsewhere', (event) => {
      source?.close()
      const way = document.querySelector<HTMLElement>('[data-live-next]')
      if (!way) return
      way.replaceChildren(fragmentOf(event.data))
      way.hidden = false
      status.textContent = way.textContent
    })
    // The browser reconnects by itself after a cut line, but gives up when it is answered with an error.
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, 4000 + Math.random() * 4000)
    })
  }

  const closed = list.dataset.closed?.split(' ') ?? []
  const place = (reply: HTMLElement) => {
    // Sent to all readers alike: what this one wants to find closed is closed here.
    const note = reply.querySelector<HTMLDetailsElement>('[data-notes]')
    if (note?.dataset.notes?.split(' ').some((one) => one && closed.includes(one))) note.open = false
    showOwnTimes(reply)
    const before = document.getElementById(reply.id)
    if (before) before.replaceWith(reply)
    else if (Number(reply.dataset.page) === page) {
      list.append(reply)
      const writer = writerOf(reply)
      if (writer !== writerOf(document.getElementById('first'))) endWaiting()
      // The same words twice would be said once.
      status.textContent = ''
      setTimeout(() => {
        status.textContent = status.dataset.arrived?.replace('*', writer ?? '') ?? ''
      }, 100)
    } else if (Number(reply.dataset.page) > page) {
      const next = document.querySelector<HTMLElement>('[data-live-next]')
      if (next) next.hidden = false
    }
  }

  open()
  addEventListener('pagehide', () => source?.close())
  addEventListener('pageshow', (event) => {
    if (event.persisted) open()
  })
}
