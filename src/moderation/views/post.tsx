import { Html, Time } from '../../design/index.ts'
import type { KeptPost } from '../../forum/index.ts'
import { useT } from '../messages.ts'

const moment = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** A post as it stands in the forum, set off from our own words. */
export function PostHere({ post, zone, marked }: { post: KeptPost; zone?: string; marked?: boolean }) {
  const t = useT()
  return (
    <article class={marked ? 'kept-post marked' : 'kept-post'}>
      <p class="soft">
        <span dir="auto">{post.authorHandle ?? t(post.isHouses ? 'post.house' : 'post.former')}</span>{' '}
        {zone && <Time at={post.createdAt} zone={zone} locale={t.locale} format={moment} />}
      </p>
      {post.number === 0 && <h2 dir="auto">{post.title}</h2>}
      {post.removedAt ? <p class="soft">{t('post.removed')}</p> : <Html html={post.bodyHtml} dir="auto" />}
    </article>
  )
}
