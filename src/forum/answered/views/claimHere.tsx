import { Notice } from '../../../design/index.ts'
import { claimMinutes } from '../answered.rules.ts'
import { useT } from '../messages.ts'

/** Above the answer form: whether somebody has begun to write, so that two do not do so without knowing. */
export function ClaimHere({ claim }: { claim: 'mine' | 'you' | 'other' }) {
  const t = useT()
  return (
    <div data-until-answer>
      <Notice>
        <p>{t(`claim.${claim}`, { minutes: claimMinutes })}</p>
        {claim === 'mine' && (
          <p>
            <a href="/forum/waiting">{t('claim.where')}</a>
          </p>
        )}
      </Notice>
    </div>
  )
}
