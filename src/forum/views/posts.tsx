import { asWritten, formatTime, Html } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { t } from '../messages.ts'
import { pageOf, topicPath } from '../paging.ts'
import type { Post } from '../store.ts'
import { formatOfWhen } from './byline.tsx'

interface PostsProps {
  topic: { id: string; authorId: string | null }
  page: number
  posts: Post[]
  zone: string
}

/** The posts of one page, the same for everybody who reads them. */
export function Posts({ topic, page, posts, zone }: PostsProps) {
  const { locale, now } = useVisit()
  const last = posts.findLast((post) => post.id !== null)?.id ?? '0'
  const live = `/forum/${topic.id}/live?zone=${encodeURIComponent(zone)}`
  return (
    <div class="posts" data-live-topic={live} data-page={page} data-last={last}>
      {posts.map((post) => articleOf(post, { topic, zone, locale, now }))}
    </div>
  )
}

interface PostProps {
  topic: { id: string; authorId: string | null }
  post: Post
  zone: string
}

export function PostArticle({ topic, post, zone }: PostProps) {
  const { locale, now } = useVisit()
  return articleOf(post, { topic, zone, locale, now })
}

interface Around {
  topic: { id: string; authorId: string | null }
  zone: string
  locale: string
  now: Temporal.Instant
}

/** A function with hardly a component inside: twenty of these are most of a page, and cost a quarter this way. */
function articleOf(post: Post, { topic, zone, locale, now }: Around) {
  const say = t(locale)
  const page = pageOf(post.number)
  const anchor = post.id === null ? 'first' : `reply-${post.id}`
  if (post.removedAt) {
    return (
      <article class="post removed" id={anchor} data-page={page}>
        <p>{say('post.removed')}</p>
      </article>
    )
  }
  const isStarters = post.id !== null && post.authorId !== null && post.authorId === topic.authorId
  const at = post.createdAt
  return (
    <article class={post.id === null ? 'post letter' : 'post'} id={anchor} data-page={page}>
      <header>
        <h2>
          {post.authorHandle === null ? say('author.former') : <bdi {...asWritten}>{post.authorHandle}</bdi>}
        </h2>
        {post.authorDay !== null && <span class="tag">{say('author.day', { day: post.authorDay })}</span>}
        {isStarters && <span class="soft small">{say('post.starter')}</span>}
        <a class="when" href={`${topicPath(topic.id, page)}#${anchor}`}>
          <time datetime={at.toString({ smallestUnit: 'second' })}>
            {formatTime({ at, zone, locale, format: formatOfWhen(at, now) })}
          </time>
        </a>
        {post.editedAt && <span class="soft small">{say('post.edited')}</span>}
      </header>
      <Html class="post-words" dir="auto" html={post.bodyHtml} />
    </article>
  )
}
