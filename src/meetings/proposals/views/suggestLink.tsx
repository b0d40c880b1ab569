import { LinkButton } from '../../../design/index.ts'
import type { Meeting } from '../../meeting.ts'
import { useT } from '../messages.ts'

/** On a meeting's page: for whoever stood before a locked door. */
export function SuggestLink({ meeting }: { meeting: Pick<Meeting, 'id'> }) {
  const t = useT()
  return (
    <p>
      <LinkButton href={`/meetings/${meeting.id}/suggest`}>{t('suggest.link')}</LinkButton>
    </p>
  )
}
