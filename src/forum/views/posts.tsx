import { asWritten, formatTime, Html } from '../../design/index.ts'
import { sayFolded } from '../../moderation/quiet/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { t } from '../messages.ts'
import { pageOf } from '../paging.ts'
import type { NoteKind } from '../posts/notes.ts'
import { postBase, postPath } from '../posts/post.ts'
import type { Post, Topic } from '../store.ts'
import { formatOfWhen } from './byline.tsx'

type AboutTopic = Pick<Topic, 'id' | 'authorId' | 'kind'>

interface PostsProps {
  topic: AboutTopic
  page: number
  posts: Post[]
  zone: string
  /** Content notes that the reader wants to find closed. */
  closed?: NoteKind[]
  /** Writers whose words the reader has folded away. */
  folded?: string[]
}

/** The posts of one page, the same for everybody who reads them. */
export function Posts({ topic, page, posts, zone, closed = [], folded = [] }: PostsProps) {
  const { locale, now } = useVisit()
  const last = posts.findLast((post) => post.id !== null)?.id ?? '0'
  const live = `/forum/${topic.id}/live?zone=${encodeURIComponent(zone)}`
  return (
    <div
      class="posts"
      data-live-topic={live}
      data-page={page}
      data-last={last}
      data-closed={closed.join(' ')}
    >
      {posts.map((post, index) =>
        post.movedTo && post.movedTo === posts[index - 1]?.movedTo ? (
          // The line above says where these went; their addresses still lead here.
          <span key={post.number} id={`reply-${post.id}`} />
        ) : (
          articleOf(post, { topic, zone, locale, now, closed, folded })
        ),
      )}
    </div>
  )
}

interface PostProps {
  /** Writers whose words the reader has folded away. */
  folded?: string[]
  topic: AboutTopic
  post: Post
  zone: string
  /** Content notes that the reader wants to find closed. */
  closed?: NoteKind[]
  /** On a page of its own, which says itself what can be done with it. */
  alone?: boolean
}

export function PostArticle({ topic, post, zone, folded, closed = [], alone }: PostProps) {
  const { locale, now } = useVisit()
  return articleOf(post, { topic, zone, locale, now, closed, folded, alone })
}

interface Around {
  topic: AboutTopic
  zone: string
  locale: string
  now: Temporal.Instant
  closed: NoteKind[]
  folded?: string[] | undefined
  alone?: boolean | undefined
}

/** A function with hardly a component inside: twenty of these are most of a page, and cost a quarter this way. */
function articleOf(post: Post, { topic, zone, locale, now, closed, folded = [], alone }: Around) {
  const say = t(locale)
  const page = pageOf(post.number)
  const ref = { topicId: topic.id, replyId: post.id }
  const anchor = post.id === null ? 'first' : `reply-${post.id}`
  // A topic that waits is there for its author and for moderators alone: they read what waits.
  const waits = post.heldAt !== null && post.id !== null
  if (post.removedAt || waits || post.movedTo) {
    return (
      <article class="post removed" id={anchor} data-page={page}>
        <p>{whyNotHere(post, say)}</p>
      </article>
    )
  }
  const isStarters = post.id !== null && post.authorId !== null && post.authorId === topic.authorId
  const isHouses = post.id === null && topic.kind === 'check_in'
  const at = post.createdAt
  return (
    <article class={post.id === null ? 'post letter' : 'post'} id={anchor} data-page={page}>
      <header>
        <h2>
          {post.authorHandle === null ? (
            say(isHouses ? 'checkIn.author' : 'author.former')
          ) : (
            <bdi {...asWritten}>{post.authorHandle}</bdi>
          )}
        </h2>
        {post.authorDay !== null && <span class="tag">{say('author.day', { day: post.authorDay })}</span>}
        {isStarters && <span class="soft small">{say('post.starter')}</span>}
        <time class="when" datetime={at.toString({ smallestUnit: 'minute' })}>
          {formatTime({ at, zone, locale, format: formatOfWhen(at, now) })}
        </time>
        {post.editedAt && (
          <a class="soft small" href={`${postBase(ref)}/versions`}>
            {say('post.edited')}
          </a>
        )}
      </header>
      {isHouses ? (
        <p class="post-words">{say('checkIn.words')}</p>
      ) : post.authorId !== null && folded.includes(post.authorId) ? (
        <details class="noted">
          <summary>{sayFolded(locale)}</summary>
          {wordsOf(post, closed, say)}
        </details>
      ) : (
        wordsOf(post, closed, say)
      )}
      {!alone && (
        <footer>
          <a href={`?${page > 1 ? `page=${page}&` : ''}quote=${post.id ?? 0}#answer`}>{say('post.quote')}</a>
          <button type="submit" form="thank" name="post" value={post.id ?? '0'}>
            {say('post.thank')}
          </button>
          <a href={postPath(ref)}>{say('post.more')}</a>
          {post.authorId !== null && (
            <button type="submit" form="worry" name="reply" value={post.id ?? '0'}>
              {say('post.worried')}
            </button>
          )}
        </footer>
      )}
    </article>
  )
}

type Say = ReturnType<typeof t>

function whyNotHere(post: Post, say: Say) {
  if (post.movedTo) return <a href={`/forum/${post.movedTo}/replies/${post.id}`}>{say('post.moved')}</a>
  if (post.heldAt) return say('post.held')
  return say(post.removedByModerator ? 'post.removedByModerator' : 'post.removed')
}

/** A content note stands before the words; it is closed only for those who asked for that. */
export function wordsOf(
  post: Pick<Post, 'bodyHtml' | 'notes' | 'collapsedAt'>,
  closed: NoteKind[],
  say: Say,
) {
  const words = <Html class="post-words" dir="auto" html={post.bodyHtml} />
  if (post.notes.length === 0 && !post.collapsedAt) return words
  const isOpen = !post.collapsedAt && !post.notes.some((note) => closed.includes(note))
  const notes = post.notes.map((note) => say(`note.${note}`)).join(', ')
  return (
    <details class="noted" data-notes={post.notes.join(' ')} open={isOpen}>
      <summary>{post.collapsedAt ? say('post.folded') : say('note.before', { notes })}</summary>
      {words}
    </details>
  )
}
