import { Layout, LinkButton, Notice } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import type { NewHere } from '../following/newHere.ts'
import { ForumDoors } from '../following/views/doors.tsx'
import { useT } from '../messages.ts'
import { type Space, spacePath } from '../spaces/space.ts'
import type { TopicSummary } from '../store.ts'
import { Name } from './byline.tsx'
import { TopicList, WaitingCard } from './topicList.tsx'

interface ForumPageProps {
  spaces: Space[]
  waiting: TopicSummary[]
  topics: TopicSummary[]
  isNew: Map<string, NewHere>
  isFirstPage: boolean
  hasOlder: boolean
  /** The reader has just removed a page of theirs. */
  isRemoved: boolean
  zone: string
  now: Temporal.Instant
}

/** The front page of the forum: who waits, the spaces, and the newest of all of them. */
export function ForumPage({ spaces, waiting, isRemoved, now, ...list }: ForumPageProps) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="open" unlisted>
      <h1>{t('title')}</h1>
      {isRemoved && (
        <Notice role="status" said>
          <p>{t('removed.all')}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href="/forum/new">
          {t('write')}
        </LinkButton>
      </div>
      <ForumDoors />
      <WaitingCard waiting={waiting} lead={t('waiting.lead')} now={now} />
      <nav class="spaces" aria-label={t('space.label')}>
        {spaces.map((space) => (
          <a key={spacePath(space)} href={spacePath(space)}>
            <Name>{space.name}</Name>
          </a>
        ))}
        <a href="/forum/spaces">{t('space.about')}</a>
      </nav>
      <OwnPages />
      <TopicList {...list} path="/forum" />
    </Layout>
  )
}

/** What the forum keeps for a member alone. */
function OwnPages() {
  const t = useT()
  const { member } = useVisit()
  if (!member) return null
  return (
    <nav class="own-words" aria-label={t('own.label')}>
      <a href={`/forum/search?author=${encodeURIComponent(member.handle)}`}>{t('own.words')}</a>
      <a href="/forum/drafts">{t('drafts.title')}</a>
      <a href="/forum/thanks">{t('thanks.title')}</a>
      <a href="/forum/notes">{t('notes.title')}</a>
    </nav>
  )
}
