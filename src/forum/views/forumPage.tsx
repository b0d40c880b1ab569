import { Card, Empty, Layout, LinkButton } from '../../design/index.ts'
import { useT } from '../messages.ts'
import { writeMark } from '../paging.ts'
import type { Space, TopicSummary } from '../store.ts'
import { Name } from './byline.tsx'
import { TopicRow, WaitingRow } from './topicRow.tsx'

interface ForumPageProps {
  /** The space that is looked at; 'open' is what is open to all, undefined everything. */
  space: Space | 'open' | undefined
  spaces: Space[]
  waiting: TopicSummary[]
  topics: TopicSummary[]
  isFirstPage: boolean
  hasOlder: boolean
  zone: string
  now: Temporal.Instant
}

export function ForumPage(props: ForumPageProps) {
  const t = useT()
  const { space, spaces, waiting, topics, isFirstPage, hasOlder, zone, now } = props
  const group = typeof space === 'object' ? space : undefined
  const last = topics.at(-1)
  return (
    <Layout title={t('title')} zone="open" unlisted>
      {group ? (
        <h1>
          <span class="above-title">{t('space.heading')}</span> <Name>{group.name}</Name>
        </h1>
      ) : (
        <h1>{t('title')}</h1>
      )}
      <p class="lead">{t('lead')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href={group ? `/forum/new?group=${group.slug}` : '/forum/new'}>
          {t('write')}
        </LinkButton>
        {group && <LinkButton href={`/groups/${group.slug}`}>{t('space.group')}</LinkButton>}
      </div>
      {waiting.length > 0 && (
        <Card title={t('waiting.title')} class="waiting">
          <p>{t(group ? 'waiting.leadSpace' : 'waiting.lead')}</p>
          <ul class="rows">
            {waiting.map((topic) => (
              <WaitingRow key={topic.id} topic={topic} now={now} />
            ))}
          </ul>
        </Card>
      )}
      <Spaces space={space} spaces={spaces} />
      <h2>{t('list.title')}</h2>
      {topics.length === 0 ? (
        <Empty>
          <p>{t('list.empty')}</p>
        </Empty>
      ) : (
        <ul class="rows topics">
          {topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} zone={zone} withoutSpace={space !== undefined} />
          ))}
        </ul>
      )}
      <div class="buttons">
        {!isFirstPage && <LinkButton href={addressOf(space)}>{t('newest')}</LinkButton>}
        {hasOlder && last && (
          <LinkButton href={`${addressOf(space)}${space ? '&' : '?'}before=${writeMark(last)}`}>
            {t('older')}
          </LinkButton>
        )}
      </div>
    </Layout>
  )
}

function Spaces({ space, spaces }: Pick<ForumPageProps, 'space' | 'spaces'>) {
  const t = useT()
  const current = (is: boolean) => (is ? ({ 'aria-current': 'page' } as const) : {})
  const here = typeof space === 'object' ? space.slug : space
  return (
    <nav class="spaces" aria-label={t('space.label')}>
      <a href="/forum" {...current(here === undefined)}>
        {t('space.all')}
      </a>
      <a href="/forum?space=open" {...current(here === 'open')}>
        {t('space.open')}
      </a>
      {spaces.map(({ slug, name }) => (
        <a key={slug} href={`/forum?group=${slug}`} {...current(here === slug)}>
          <Name>{name}</Name>
        </a>
      ))}
    </nav>
  )
}

function addressOf(space: ForumPageProps['space']): string {
  if (space === undefined) return '/forum'
  return space === 'open' ? '/forum?space=open' : `/forum?group=${space.slug}`
}
