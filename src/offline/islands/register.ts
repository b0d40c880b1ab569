import { scriptUrl } from '../../design/islands/html.ts'

/** Keeps what must be there without a line, once the page has all it needs itself. */
if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    setTimeout(() => {
      // A browser that forbids it, as in a private window, simply has nothing kept.
      navigator.serviceWorker.register(scriptUrl('/sw.js')).catch(() => {})
    }, 3000)
  })
