import { Notice } from '../../../design/index.ts'
import { useT as useForumWords } from '../../messages.ts'
import { FirstAnswerGuide } from './firstAnswerGuide.tsx'

/** At the head of a first post that nobody has answered: what that means, for its writer and for others. */
export function WaitingNotice({ isOwn, mayAnswer }: { isOwn: boolean; mayAnswer: boolean }) {
  const say = useForumWords()
  return (
    <div data-until-answer>
      <Notice kind="warn">
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
