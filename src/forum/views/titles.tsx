import { useT } from '../messages.ts'
import type { TopicSummary } from '../store.ts'

type Title = Pick<TopicSummary, 'title' | 'checkInOn'>

/** A check-in thread is named after its morning, in the language of who reads. */
export function titleOf(t: ReturnType<typeof useT>, topic: Title): string {
  if (topic.checkInOn === null) return topic.title
  const day = topic.checkInOn.toLocaleString(t.locale, { weekday: 'long', month: 'long', day: 'numeric' })
  return t('checkIn.title', { day })
}

export function hasTags({ kind, notes }: Pick<TopicSummary, 'kind' | 'notes'>): boolean {
  return kind === 'question' || kind === 'resource' || notes.length > 0
}

/** What a title says beside its words: the kind where that helps to choose, and content notes always. */
export function TopicTags({ topic }: { topic: Pick<TopicSummary, 'kind' | 'notes'> }) {
  const t = useT()
  const kind = topic.kind === 'question' || topic.kind === 'resource' ? topic.kind : undefined
  return (
    <>
      {kind && <span class="tag plain">{t(`tag.${kind}`)}</span>}
      {topic.notes.map((note) => (
        <span key={note} class="tag warn">
          {t(`note.${note}`)}
        </span>
      ))}
    </>
  )
}
