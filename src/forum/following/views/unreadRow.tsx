import { Ago, Handle, Name } from '../../views/byline.tsx'
import { unreadOf } from '../following.rules.ts'
import { useT } from '../messages.ts'
import type { UnreadTopic } from '../store.ts'

/** A conversation with something new: its link leads to the first post that was not read. */
export function UnreadRow({ topic, zone }: { topic: UnreadTopic; zone: string }) {
  const t = useT()
  const { count } = unreadOf(topic)
  return (
    <li class="topic-row" id={`unread-${topic.id}`}>
      <a class="topic-title" href={`/forum/following/topics/${topic.id}/unread`} dir="auto">
        {topic.title}
      </a>
      <p class="byline">
        <span class="tag">{topic.readNumber < 0 ? t('unread.whole') : t('unread', { count })}</span>
        {!topic.isHouses && <Handle handle={topic.authorHandle} />}
        <span class="space">
          <Name>{topic.spaceName}</Name>
        </span>
        <Ago at={topic.lastPostAt} zone={zone} />
        <a href={`/forum/following/topics/${topic.id}`}>{t('manage')}</a>
      </p>
    </li>
  )
}
