/** Which page somebody wanted who has to begin or open the journal first; one of the journal’s own, or none. */
function wanted(path: string): string {
  return /^[a-z-]+$/.test(path) ? path : ''
}

/** The page that begins or opens the journal, and then leads to this one. */
export function entranceTo(lock: 'none' | 'locked' | 'open'): string {
  const then = wanted(location.pathname.replace(/^\/journal\/?/, ''))
  return `/journal/${lock === 'none' ? 'begin' : 'open'}${then && `?then=${then}`}`
}

/** Where to go once it is open. */
export function thenAddress(): string {
  const then = wanted(new URLSearchParams(location.search).get('then') ?? '')
  return then ? `/journal/${then}` : '/journal'
}
