import type { NewHere } from '../following/newHere.ts'
import { NewMark } from '../following/views/newMark.tsx'
import { useT } from '../messages.ts'
import { elapsed } from '../rules.ts'
import type { TopicSummary } from '../store.ts'
import { Ago, Day, Handle, Name } from './byline.tsx'
import { TopicTags, titleOf } from './titles.tsx'

interface TopicRowProps {
  topic: TopicSummary
  zone: string
  /** Where every row is of the same space, its name is left out. */
  withoutSpace?: boolean
  /** What is new in it for the reader. */
  isNew?: NewHere | undefined
}

/** A conversation in a list (`ul.rows`). */
export function TopicRow({ topic, zone, withoutSpace, isNew }: TopicRowProps) {
  const t = useT()
  return (
    <li class="topic-row">
      <TopicLink topic={topic} />
      <p class="byline">
        {isNew !== undefined && <NewMark topicId={topic.id} isNew={isNew} />}
        <TopicTags topic={topic} />
        {topic.kind === 'check_in' ? (
          <span>{t('checkIn.author')}</span>
        ) : (
          <>
            <Handle handle={topic.authorHandle} /> <Day day={topic.authorDay} />
          </>
        )}
        {!withoutSpace && (
          <span class="space">
            <Name>{topic.spaceName}</Name>
          </span>
        )}
        <span>{t('count.replies', { count: topic.replyCount - topic.gapCount })}</span>
        <Ago at={topic.lastPostAt} zone={zone} />
      </p>
    </li>
  )
}

/** A first post that nobody has answered: who wrote it, and for how long they have waited. */
export function WaitingRow({ topic, now }: { topic: TopicSummary; now: Temporal.Instant }) {
  const t = useT()
  const { unit, count } = elapsed(topic.createdAt, now)
  return (
    <li class="topic-row">
      <TopicLink topic={topic} />
      <p class="byline">
        <TopicTags topic={topic} />
        <Handle handle={topic.authorHandle} /> <Day day={topic.authorDay} />
        <span class="space">
          <Name>{topic.spaceName}</Name>
        </span>
        <span class="waited">{t(`waiting.${unit}`, { count })}</span>
      </p>
    </li>
  )
}

function TopicLink({ topic }: { topic: TopicSummary }) {
  const t = useT()
  return (
    <a class="topic-title" href={`/forum/${topic.id}`} dir="auto">
      {titleOf(t, topic)}
    </a>
  )
}
