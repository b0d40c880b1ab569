import { Card, Empty, LinkButton } from '../../design/index.ts'
import type { NewHere } from '../following/newHere.ts'
import { useT } from '../messages.ts'
import { writeMark } from '../paging.ts'
import type { TopicSummary } from '../store.ts'
import { TopicRow, WaitingRow } from './topicRow.tsx'

interface WaitingCardProps {
  waiting: TopicSummary[]
  lead: string
  now: Temporal.Instant
}

export function WaitingCard({ waiting, lead, now }: WaitingCardProps) {
  const t = useT()
  if (waiting.length === 0) return null
  return (
    <Card title={t('waiting.title')} class="waiting">
      <p>{lead}</p>
      <ul class="rows">
        {waiting.map((topic) => (
          <WaitingRow key={topic.id} topic={topic} now={now} />
        ))}
      </ul>
    </Card>
  )
}

interface TopicListProps {
  topics: TopicSummary[]
  /** What is new in them for the reader. */
  isNew: Map<string, NewHere>
  /** The address of the list's first page. */
  path: string
  isFirstPage: boolean
  hasOlder: boolean
  /** Where every row is of the same space, its name is left out. */
  withoutSpace?: boolean
  zone: string
}

export function TopicList({
  topics,
  isNew,
  path,
  isFirstPage,
  hasOlder,
  withoutSpace = false,
  zone,
}: TopicListProps) {
  const t = useT()
  const last = topics.at(-1)
  return (
    <>
      <h2>{t('list.title')}</h2>
      {topics.length === 0 ? (
        <Empty>
          <p>{t('list.empty')}</p>
        </Empty>
      ) : (
        <ul class="rows topics">
          {topics.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              zone={zone}
              withoutSpace={withoutSpace}
              isNew={isNew.get(topic.id)}
            />
          ))}
        </ul>
      )}
      <div class="buttons">
        {!isFirstPage && <LinkButton href={path}>{t('newest')}</LinkButton>}
        {hasOlder && last && <LinkButton href={`${path}?before=${writeMark(last)}`}>{t('older')}</LinkButton>}
      </div>
    </>
  )
}
