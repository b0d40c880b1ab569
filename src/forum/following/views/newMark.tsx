import { useT } from '../messages.ts'
import type { NewHere } from '../newHere.ts'

/** Beside a conversation in a list: that it is new, or a way to the first post that was not read. */
export function NewMark({ topicId, isNew }: { topicId: string; isNew: NewHere }) {
  const t = useT()
  if (isNew === 'whole') return <span class="tag">{t('unread.isNew')}</span>
  return (
    <a class="tag" href={`/forum/following/topics/${topicId}/unread`}>
      {t('unread', { count: isNew })}
    </a>
  )
}
