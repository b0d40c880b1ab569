import { Day, LinkButton, Notice } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { passkeyWords } from '../messages.ts'

/** For somebody who looks after the place and has no passkey yet: by when, and what happens then. */
export function OfficeNotice() {
  const t = passkeyWords.useT()
  const { member, path, config } = useVisit()
  const isLate = member?.closed?.until === 'added'
  if (!isLate && !member?.passkeyBy) return null
  const by = member.passkeyBy?.toZonedDateTimeISO(member.zone ?? config.defaultZone).toPlainDate()
  return (
    <Notice kind="warn">
      <p>
        <strong>{isLate ? t('office.late') : t('office.soon')}</strong> {by && <Day on={by} />}
      </p>
      <p>{isLate ? t('office.late_text') : t('office.soon_text')}</p>
      {path !== '/account/passkeys' && (
        <div class="buttons">
          <LinkButton href="/account/passkeys">{t('office.add')}</LinkButton>
        </div>
      )}
    </Notice>
  )
}
