/** The times of the first page in this device's zone, where the address names none: a guest has told us no zone. */
const list = document.querySelector<HTMLElement>('[data-own-times]')
const own = Intl.DateTimeFormat().resolvedOptions().timeZone
const named = document.querySelector<HTMLElement>('[data-zone-name]')

if (
  list &&
  named &&
  own &&
  own !== list.dataset.ownTimes &&
  !new URL(location.href).searchParams.has('zone')
) {
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' })
  for (const time of list.querySelectorAll<HTMLTimeElement>('time'))
    time.textContent = clock.format(new Date(time.dateTime))
  named.textContent = own.replaceAll('_', ' ')
}

export {}
