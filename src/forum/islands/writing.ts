/**
 * Keeps what somebody types until it has arrived, so that a reload, a slip or a lost line takes nothing, and quotes what
 * is selected in a post without leaving the page. Kept in the tab's own storage, for the member who typed it: on a
 * shared device it is there for nobody else.
 */
const underWay = 'words under way'
forgetArrived()
const form = document.querySelector<HTMLFormElement>('form[data-keep]')
const body = form?.querySelector<HTMLTextAreaElement>('textarea[name=body]')
if (form && body) {
  const { keep = '' } = form.dataset
  const title = form.querySelector<HTMLInputElement>('input[name=title]')
  for (const field of title ? [body, title] : [body]) {
    const name = nameOf(keep, field.name)
    const before = sessionStorage.getItem(name)
    // What the server put there (a quotation, a draft, words that were refused) comes first.
    if (before && field.value.trim() === '') field.value = before
    field.addEventListener('input', () => sessionStorage.setItem(name, field.value))
  }
  form.addEventListener('submit', () =>
    sessionStorage.setItem(underWay, JSON.stringify([location.href.split('#')[0], keep])),
  )
  quoteInto(body)
}

function nameOf(keep: string, field: string): string {
  return `words ${keep} ${field}`
}

/** A form that was taken leads on to another page; where the line was lost there is no such page, and the words stay. */
function forgetArrived() {
  const [from, keep]: string[] = JSON.parse(sessionStorage.getItem(underWay) ?? '[]')
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (keep === undefined || document.referrer !== from || !way?.redirectCount) return
  for (const field of ['body', 'title']) sessionStorage.removeItem(nameOf(keep, field))
  sessionStorage.removeItem(underWay)
}

function quoteInto(field: HTMLTextAreaElement) {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('.post > footer a[href*="quote="]')
    const post = link?.closest('.post')
    const words = post?.querySelector<HTMLElement>('.post-words')
    if (!post || !words || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const selection = getSelection()
    const isInside = selection && !selection.isCollapsed && words.contains(selection.anchorNode)
    const text = (isInside ? selection.toString() : words.innerText).trim().slice(0, 1500)
    const who = post.querySelector('h2')?.textContent?.trim() ?? ''
    const quoted = [`**${who}:**`, ...text.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n')
    field.value = `${field.value.trimEnd()}\n\n${quoted}\n\n`.trimStart()
    field.dispatchEvent(new Event('input'))
    field.focus()
    field.scrollIntoView({ block: 'center' })
  })
}
