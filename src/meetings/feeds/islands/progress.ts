/** Shows how far the reading of a list is, as the server tells it, and asks for the report when it is over. */
import { fragmentOf } from '../../../design/islands/html.ts'

const here = document.querySelector<HTMLElement>('[data-import-live]')
if (here) {
  const source = new EventSource(here.dataset.importLive ?? '')
  source.addEventListener('progress', (event) => here.replaceChildren(fragmentOf(event.data)))
  source.addEventListener('over', () => {
    source.close()
    location.reload()
  })
  // A stream that is refused for good leaves the page to look again by itself.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000)
  })
  addEventListener('pagehide', () => source.close())
}
