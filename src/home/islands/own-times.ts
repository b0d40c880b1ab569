import { zoneNameHere } from '../../design/zoneNameHere.ts'

/** What starts soon in this device's zone, where the address names none: for who has told us no zone. */
const list = document.querySelector<HTMLElement>('[data-own-times]')
const own = Intl.DateTimeFormat().resolvedOptions().timeZone
const named = document.querySelector<HTMLElement>('[data-zone-name]')
const { lang } = document.documentElement

if (
  list &&
  named &&
  own &&
  own !== list.dataset.ownTimes &&
  !new URL(location.href).searchParams.has('zone')
) {
  const clock = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' })
  for (const row of list.children) {
    const time = row.querySelector('time')
    if (!time) continue
    time.textContent = clock.format(new Date(time.dateTime))
    // "8:00 AM there" says nothing to somebody whose clock reads the same.
    const there = row.querySelector<HTMLElement>('[data-there]')
    if (there?.dataset.there === time.textContent) there.remove()
  }
  named.textContent = zoneNameHere(own, lang)

  // The next meeting of a group that fits names its day, and its zone each time.
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZoneName: 'short' } as const
  const full = new Intl.DateTimeFormat(lang, { ...day, hour: 'numeric', minute: '2-digit' })
  for (const time of document.querySelectorAll<HTMLTimeElement>('.fit-next time'))
    time.textContent = full.format(new Date(time.dateTime))
}
