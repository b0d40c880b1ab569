import { asWritten, Time } from '../../design/index.ts'
import { useT } from '../messages.ts'

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

const dayAndTime: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
}

export function When({ at, zone }: { at: Temporal.Instant; zone: string }) {
  const t = useT()
  return <Time at={at} zone={zone} locale={t.locale} format={dayAndTime} />
}
