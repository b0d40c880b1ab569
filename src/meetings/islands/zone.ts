/** Offers the zone of this device where the address names none: a link to the same page in the own time. */
const link = document.querySelector<HTMLAnchorElement>('[data-own-zone]')
const own = Intl.DateTimeFormat().resolvedOptions().timeZone
if (link && own && own !== link.dataset.ownZone) {
  const address = new URL(link.href)
  address.searchParams.set('zone', own)
  address.searchParams.delete('after')
  link.href = address.pathname + address.search
  const city = (own.split('/').pop() ?? own).replaceAll('_', ' ')
  link.textContent = (link.dataset.sentence ?? '').replace('{zone}', city)
  link.hidden = false
}

export {}
