import { Html } from '../../design/index.ts'
import { useT } from '../messages.ts'
import { pageOf, topicPath } from '../paging.ts'
import type { Post } from '../store.ts'
import { Day, Handle, When } from './byline.tsx'

interface PostsProps {
  topic: { id: string; authorId: string | null }
  page: number
  posts: Post[]
  zone: string
}

/** The posts of one page, the same for everybody who reads them. */
export function Posts({ topic, page, posts, zone }: PostsProps) {
  const last = posts.findLast((post) => post.id !== null)?.id ?? '0'
  return (
    <div class="posts" data-live-topic={`/forum/${topic.id}/live`} data-page={page} data-last={last}>
      {posts.map((post) => (
        <PostArticle key={post.number} topic={topic} post={post} zone={zone} />
      ))}
    </div>
  )
}

interface PostProps {
  topic: { id: string; authorId: string | null }
  post: Post
  zone: string
}

export function PostArticle({ topic, post, zone }: PostProps) {
  const t = useT()
  const anchor = post.id === null ? 'first' : `reply-${post.id}`
  if (post.removedAt) {
    return (
      <article class="post removed" id={anchor} data-page={pageOf(post.number)}>
        <p>{t('post.removed')}</p>
      </article>
    )
  }
  const isStarters = post.id !== null && post.authorId !== null && post.authorId === topic.authorId
  return (
    <article class={post.id === null ? 'post letter' : 'post'} id={anchor} data-page={pageOf(post.number)}>
      <header>
        <h2>
          <Handle handle={post.authorHandle} />
        </h2>
        <Day day={post.authorDay} />
        {isStarters && <span class="soft small">{t('post.starter')}</span>}
        <a class="when" href={`${topicPath(topic.id, pageOf(post.number))}#${anchor}`}>
          <When at={post.createdAt} zone={zone} />
        </a>
        {post.editedAt && <span class="soft small">{t('post.edited')}</span>}
      </header>
      <Html class="post-words" dir="auto" html={post.bodyHtml} />
    </article>
  )
}
