import { fragmentOf } from '../../design/islands/html.ts'

let visits = 0

/**
 * On a shared device the journal lives in this page's memory alone. Links to its other pages then bring their content
 * here instead of leading there: a page that is left takes the journal with it.
 */
export function stayOnPage(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain || link.origin !== location.origin || !/^\/journal(\/|$)/.test(link.pathname))
      return
    event.preventDefault()
    void bring(link.href).then(
      (address) => history.pushState(null, '', address),
      () => {},
    )
  })
  addEventListener('popstate', () => void bring(location.href).catch(() => {}))
}

async function bring(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  const page = fragmentOf(await answer.text())
  const main = page.querySelector('main')
  if (!answer.ok || !main) throw new Error('That page cannot be brought here.')
  document.title = page.querySelector('title')?.textContent ?? document.title
  for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (!document.querySelector(`link[href="${sheet.getAttribute('href')}"]`)) document.head.append(sheet)
  document.querySelector('main')?.replaceWith(main)
  scrollTo(0, 0)
  main.focus()
  visits++
  // Another address runs it again; what it shares with the page before, the journal above all, is the same.
  for (const script of page.querySelectorAll<HTMLScriptElement>('script[type=module]')) {
    const island = script.getAttribute('src') ?? ''
    if (/\/island-journal[\w.-]+\.js$/.test(island)) await import(/* @vite-ignore */ `${island}?${visits}`)
  }
  return answer.url
}
