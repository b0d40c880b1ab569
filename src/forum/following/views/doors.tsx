import { useVisit } from '../../../platform/visit.ts'
import { useT } from '../messages.ts'

/** The ways into the forum beside its list: by words, by day, by who waits, by what is new. */
export function ForumDoors() {
  const t = useT()
  const { member } = useVisit()
  return (
    <nav class="spaces" aria-label={t('doors')}>
      <a href="/forum/search">{t('doors.search')}</a>
      <a href="/forum/days">{t('doors.days')}</a>
      <a href="/forum/waiting">{t('doors.waiting')}</a>
      {member && <a href="/forum/following">{t('doors.following')}</a>}
    </nav>
  )
}

/** At the end of a conversation, for members. It asks nothing of the database: the page behind it does. */
export function FollowLink({ topicId }: { topicId: string }) {
  const t = useT()
  return (
    <p class="crumbs">
      <a href={`/forum/following/topics/${topicId}`}>{t('manage')}</a>
      <a href="/forum/following">{t('doors.following')}</a>
    </p>
  )
}

export function FollowSpaceLink({ spaceId }: { spaceId: string | null }) {
  const t = useT()
  const { member } = useVisit()
  if (!member || spaceId === null) return null
  return (
    <p class="crumbs">
      <a href={`/forum/following/spaces/${spaceId}`}>{t('manage.space')}</a>
    </p>
  )
}
