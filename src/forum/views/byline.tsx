import { asWritten, Time } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { useT } from '../messages.ts'
import { elapsed } from '../rules.ts'

/** A handle as its owner wrote it, or the words for somebody who has left. */
export function Handle({ handle }: { handle: string | null }) {
  const t = useT()
  return handle === null ? <span class="soft">{t('author.former')}</span> : <Name>{handle}</Name>
}

/** What a person named: never translated, and in its own direction. */
export function Name({ children }: { children: string }) {
  return <bdi {...asWritten}>{children}</bdi>
}

export function Day({ day }: { day: number | null }) {
  const t = useT()
  return day === null ? null : <span class="tag">{t('author.day', { day })}</span>
}

/** From then on a date says more. */
export const longAgoDays = 7
export const longAgo: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }

/** How long ago, while that says more than a date. For lists, which are drawn afresh every minute. */
export function Ago({ at, zone }: { at: Temporal.Instant; zone: string }) {
  const t = useT()
  const { unit, count } = elapsed(at, useVisit().now)
  if (unit === 'days' && count >= longAgoDays)
    return <Time at={at} zone={zone} locale={t.locale} format={longAgo} />
  return <time datetime={at.toString({ smallestUnit: 'second' })}>{t(`ago.${unit}`, { count })}</time>
}

const thisYear: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
}
const anyYear: Intl.DateTimeFormatOptions = { ...thisYear, year: 'numeric' }
const oldAfter = 300 * 24 * 60 * 60 * 1000

/** The year is said where the day and the month alone could mean another one. */
export function formatOfWhen(at: Temporal.Instant, now: Temporal.Instant): Intl.DateTimeFormatOptions {
  return now.epochMilliseconds - at.epochMilliseconds > oldAfter ? anyYear : thisYear
}
