import { Layout, LinkButton, Notice } from '../../../design/index.ts'
import { useVisit } from '../../../platform/visit.ts'
import type { NewHere } from '../../following/newHere.ts'
import { FollowSpaceLink } from '../../following/views/doors.tsx'
import { useT } from '../../messages.ts'
import { isKeeper } from '../../rules.ts'
import type { TopicSummary } from '../../store.ts'
import { Name } from '../../views/byline.tsx'
import { TopicList, WaitingCard } from '../../views/topicList.tsx'
import { type Space, seenBy, spacePath, spaceValue, writePath } from '../space.ts'

interface SpacePageProps {
  space: Space
  /** Whether the reader looks after it. */
  isKept: boolean
  waiting: TopicSummary[]
  topics: TopicSummary[]
  isNew: Map<string, NewHere>
  isFirstPage: boolean
  hasOlder: boolean
  zone: string
  now: Temporal.Instant
}

export function SpacePage({ space, isKept, waiting, now, ...list }: SpacePageProps) {
  const t = useT()
  const { member } = useVisit()
  return (
    <Layout
      title={space.name}
      zone={seenBy(space)}
      unlisted={!space.isIndexed}
      alternates={
        space.readers === 'everybody'
          ? [{ type: 'application/atom+xml', title: space.name, href: `${spacePath(space)}/feed` }]
          : []
      }
    >
      <p class="crumbs">
        <a href="/forum">{t('topic.back')}</a>
        <a href="/forum/spaces">{t('space.about')}</a>
      </p>
      <h1>
        <span class="above-title">{t('space.heading')}</span> <Name>{space.name}</Name>
      </h1>
      {space.about && (
        <p class="lead" dir="auto">
          {space.about}
        </p>
      )}
      {space.readers === 'members' && (
        <p class="soft">{t(space.groupId ? 'space.forGroup' : 'space.forMembers')}</p>
      )}
      {space.retiredAt ? (
        <Notice>
          <p>{t('space.retired')}</p>
        </Notice>
      ) : (
        <div class="buttons">
          <LinkButton kind="primary" href={writePath(space)}>
            {t('write')}
          </LinkButton>
          {space.groupSlug && <LinkButton href={`/groups/${space.groupSlug}`}>{t('space.group')}</LinkButton>}
        </div>
      )}
      {(isKept || isKeeper(member)) && (
        <p>
          {isKept && <a href={`${spacePath(space)}/edit`}>{t('space.keep')}</a>}{' '}
          <a href={`/moderation/slow?space=${spaceValue(space)}`}>{t('keep.slow')}</a>
        </p>
      )}
      <WaitingCard waiting={waiting} lead={t('waiting.leadSpace')} now={now} />
      <TopicList {...list} path={spacePath(space)} withoutSpace />
      <FollowSpaceLink spaceId={space.id} />
      {space.readers === 'everybody' && (
        <p class="soft small">
          <a href={`${spacePath(space)}/feed`}>{t('feed.ofSpace')}</a> {t('feed.about')}
        </p>
      )}
    </Layout>
  )
}
