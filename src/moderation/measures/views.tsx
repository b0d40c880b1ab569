import type { ComponentChildren } from 'preact'
import { Notice, Time } from '../../design/index.ts'
import { useT } from './messages.ts'
import type { Hiding, Holding } from './store.ts'

const moment = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const

/** To somebody who may not write for now: until when, why, and who is there all the same. */
export function HoldingNotice({ holding, zone }: { holding: Holding; zone: string }) {
  const t = useT()
  return (
    <Notice kind="warn" role="alert" said>
      <p>{t(`holding.${holding.kind}`)}</p>
      {holding.until && (
        <p>
          {t('holding.until')} <Time at={holding.until} zone={zone} locale={t.locale} format={moment} />
        </p>
      )}
      <p>
        <a href={`/moderation/decisions/${holding.measureId}`}>{t('holding.why')}</a>
      </p>
      <p>
        <a href="/help">{t('holding.help')}</a>
      </p>
    </Notice>
  )
}

/** To whoever wrote it, and to moderators: that a post is out of sight by a decision, and where the reason is. */
export function HidingNotice({ hiding, children }: { hiding: Hiding; children?: ComponentChildren }) {
  const t = useT()
  return (
    <Notice kind="warn">
      <p>{t('hiding')}</p>
      {hiding.isTold && (
        <p>
          <a href={`/moderation/decisions/${hiding.measureId}`}>{t('holding.why')}</a>
        </p>
      )}
      {children}
    </Notice>
  )
}
