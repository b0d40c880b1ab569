import { Notice, Time } from '../../design/index.ts'
import { useT } from './messages.ts'
import type { Slow } from './slow.rules.ts'

const moment = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const

/** Above the form, before anything is typed. */
export function SlowHere({ slow, zone }: { slow: Slow; zone: string }) {
  const t = useT()
  return (
    <Notice>
      <p>
        {t('slow.here', { minutes: slow.minutes })} {t('slow.until')}{' '}
        <Time at={slow.until} zone={zone} locale={t.locale} format={moment} />.
      </p>
      <ForAll />
    </Notice>
  )
}

/** A pace is no word about anybody: it is over before a second look would be. What was done stands where all can read it. */
function ForAll() {
  const t = useT()
  return (
    <p>
      {t('slow.all')} <a href="/moderation/log">{t('slow.log')}</a>
    </p>
  )
}

/** To somebody who wrote a short while ago: when they can send what they typed. */
export function SlowNotice({
  next,
  minutes,
  zone,
}: {
  next: Temporal.Instant
  minutes: number
  zone: string
}) {
  const t = useT()
  return (
    <Notice kind="warn" role="alert">
      <p>
        {t('slow.wait', { minutes })} {t('slow.next')}{' '}
        <Time at={next} zone={zone} locale={t.locale} format={moment} />.
      </p>
      <p>{t('slow.kept')}</p>
      <ForAll />
      <p>
        <a href="/help">{t('holding.help')}</a>
      </p>
    </Notice>
  )
}
