import { Notice } from '../../../design/index.ts'
import { type ClaimHeard, claimMinutes } from '../answered.rules.ts'
import { useT } from '../messages.ts'

/** Where the answer is written, which is where a greeter is led to: whether somebody has begun to write, so that two do not do so without knowing. */
export function ClaimHere({ claim }: { claim: ClaimHeard }) {
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
