/**
 * Keeps what somebody types until the tab is closed, so that a reload or a slip loses nothing, and quotes what is
 * selected in a post without leaving the page. Kept in the tab's own storage, for the member who typed it: on a shared
 * device it is there for nobody else.
 */
const form = document.querySelector<HTMLFormElement>('form[data-keep]')
const field = form?.querySelector<HTMLTextAreaElement>('textarea[name=body]')
if (form && field) {
  const name = `words ${form.dataset.keep}`
  const before = sessionStorage.getItem(name)
  // What the server put there (a quotation, a draft, words that were refused) comes first.
  if (before && field.value.trim() === '') field.value = before
  field.addEventListener('input', () => sessionStorage.setItem(name, field.value))
  form.addEventListener('submit', () => sessionStorage.removeItem(name))

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
