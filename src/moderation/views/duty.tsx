import { Time } from '../../design/index.ts'
import type { Duty } from '../duties.store.ts'
import { useT } from '../messages.ts'

const moment = { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const

interface DutyProps {
  duties: Duty[]
  now: Temporal.Instant
  zone: string
  /** Said to a moderator, who can change it. */
  isKeepers: boolean
}

/** Whether a moderator is there now, honestly, and when the next one is. */
export function DutyLine({ duties, now, zone, isKeepers }: DutyProps) {
  const t = useT()
  const current = duties.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0)
  const next = duties.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
  return (
    <p class="duty">
      {current.length > 0 ? t('duty.here', { count: current.length }) : t('duty.nobody')}{' '}
      {current.length === 0 && next && (
        <>
          {t('duty.next')} <Time at={next.startsAt} zone={zone} locale={t.locale} format={moment} />.
        </>
      )}{' '}
      {current.length === 0 && isKeepers && (
        <>
          <a href="/moderation/rota#add">{t('duty.signUp')}</a>{' '}
        </>
      )}
      {current.length === 0 && <a href="/help">{t('duty.help')}</a>}
    </p>
  )
}
