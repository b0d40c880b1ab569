import { Notice } from '../../../design/index.ts'
import { useT as useForumWords } from '../../messages.ts'
import type { ClaimHeard } from '../answered.rules.ts'
import { useT } from '../messages.ts'
import { FirstAnswerGuide } from './firstAnswerGuide.tsx'

interface WaitingNoticeProps {
  isOwn: boolean
  claim: ClaimHeard | undefined
  mayAnswer: boolean
}

/** At the head of a first post that nobody has answered: what that means, for its writer and for others. */
export function WaitingNotice({ isOwn, claim, mayAnswer }: WaitingNoticeProps) {
  const t = useT()
  const say = useForumWords()
  return (
    <div data-until-answer>
      <Notice kind="warn">
        {claim === 'you' && (
          <p>
            <strong>{t('claim.you')}</strong>
          </p>
        )}
        <p>{say(isOwn ? 'topic.waitingOwn' : 'topic.waiting')}</p>
        {isOwn && (
          <p>
            <a href="/help">{say('topic.waitingHelp')}</a>
          </p>
        )}
        {mayAnswer && !isOwn && <FirstAnswerGuide />}
      </Notice>
    </div>
  )
}
