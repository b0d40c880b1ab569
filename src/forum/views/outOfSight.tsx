import { LinkButton, Notice } from '../../design/index.ts'
import type { Hiding } from '../../moderation/measures/index.ts'
import { useT } from '../messages.ts'
import type { HeldReply } from '../store.ts'

/** The decision that keeps a reply of the page out of sight, or (null) the topic. */
export function hidingOf(hiding: readonly Hiding[], replyId: string | null): Hiding | undefined {
  return hiding.find((one) => one.replyId === replyId)
}

/** What waits to be let in, and what was taken away, are two things to whoever wrote them. */
export function Held(props: { topicId: string; held: HeldReply[]; hiding: Hiding[] }) {
  const [taken, waiting] = [true, false].map((isTaken) =>
    props.held.filter(({ id }) => (hidingOf(props.hiding, id) !== undefined) === isTaken),
  )
  return (
    <>
      <HeldReplies topicId={props.topicId} lead="held.lead" replies={waiting ?? []} />
      <HeldReplies topicId={props.topicId} lead="held.taken" replies={taken ?? []} />
    </>
  )
}

interface HeldRepliesProps {
  topicId: string
  lead: 'held.lead' | 'held.taken'
  replies: HeldReply[]
}

function HeldReplies({ topicId, lead, replies }: HeldRepliesProps) {
  const t = useT()
  if (replies.length === 0) return null
  return (
    <Notice kind="warn">
      <p>{t(lead, { count: replies.length })}</p>
      <ul>
        {replies.map(({ id, handle }) => (
          <li key={id}>
            <a href={`/forum/${topicId}/replies/${id}`}>
              {t('held.read', { handle: handle ?? t('author.former') })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Where a moderator took a conversation out of sight, whoever is in need is led to where people are. */
export function BeginAgain() {
  const t = useT()
  return (
    <section class="guest-answer" id="answer">
      <p>{t('topic.outOfSight')}</p>
      <div class="buttons">
        <LinkButton href="/forum/new">{t('topic.beginAgain')}</LinkButton>
        <LinkButton href="/help">{t('topic.waitingHelp')}</LinkButton>
      </div>
    </section>
  )
}
