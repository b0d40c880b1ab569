import type { NoticeKinds } from '../../account/notices/index.ts'
import { formatTime } from '../../design/index.ts'
import { t } from './messages.ts'

function dateWords(locale: string, date: string | undefined): string {
  if (!date) return ''
  const at = Temporal.PlainDate.from(date).toZonedDateTime('UTC').toInstant()
  return formatTime({ at, zone: 'UTC', locale, format: { weekday: 'long', day: 'numeric', month: 'long' } })
}

function timeWords(locale: string, time: string): string {
  const at = Temporal.PlainDateTime.from(`2024-01-01T${time}`).toZonedDateTime('UTC').toInstant()
  return formatTime({ at, zone: 'UTC', locale, format: { hour: 'numeric', minute: '2-digit' } })
}

function said(key: string): NoticeKinds[string] {
  return ({ name = '', date, newDate, newTime }, locale) => {
    const moved = dateWords(locale, newDate)
    const when = newTime
      ? t(locale)('notice.dateAndTime', { date: moved, time: timeWords(locale, newTime) })
      : moved
    return t(locale).any(`notice.${key}`, { name, date: dateWords(locale, date), when })
  }
}

/** What those who planned to come are told. */
export const hostingNotices: NoticeKinds = Object.fromEntries(
  ['cancelled', 'moved', 'note', 'back', 'changed', 'paused', 'resumed', 'ended'].map((kind) => [
    `meeting-${kind}`,
    said(kind),
  ]),
)
