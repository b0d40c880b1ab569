import { useT } from '../days/messages.ts'
import { useT as useForumWords } from '../messages.ts'
import { replyPath, topicPath } from '../paging.ts'
import { Ago, Day, Handle, Name } from '../views/byline.tsx'
import type { Closed } from './closed.ts'
import { excerptOf, plainText, type Term } from './excerpt.rules.ts'
import type { FoundPost } from './found.ts'

const excerptLength = 320

interface FoundRowProps {
  post: FoundPost
  zone: string
  /** What was looked for, to be marked. */
  terms?: Term[]
  closed: Closed
}

/** One post in a list of posts (`ol.found`): a piece of it, and the way to where it stands. */
export function FoundRow({ post, zone, terms = [], closed }: FoundRowProps) {
  const t = useT()
  const say = useForumWords()
  const isShown =
    !post.isFolded &&
    !post.notes.some((note) => closed.notes.includes(note)) &&
    !(post.authorId !== null && closed.writers.includes(post.authorId))
  const { topicId, replyId, number } = post
  const href = replyId === null ? topicPath(topicId) : replyPath(topicId, { id: replyId, number })
  return (
    <li class="found-post">
      <a class="topic-title" href={href} dir="auto">
        {post.title === '' ? t('post.removedTopic') : post.title}
      </a>
      {post.notes.length > 0 && (
        <p class="soft small">
          {say('note.before', { notes: post.notes.map((note) => say(`note.${note}`)).join(', ') })}
        </p>
      )}
      {isShown ? (
        <p class="found-words" dir="auto">
          {excerptOf(plainText(post.bodyHtml), terms, excerptLength).map(({ text, isMarked }, index) =>
            isMarked ? <mark key={`${index}`}>{text}</mark> : text,
          )}
        </p>
      ) : (
        <p class="soft">{t('post.closed')}</p>
      )}
      <p class="byline">
        {!post.isHouses && <Handle handle={post.authorHandle} />} <Day day={post.authorDay} />
        {post.authorStep !== null && <span class="tag">{t('step.tag', { step: post.authorStep })}</span>}
        <span class="space">
          <Name>{post.spaceName}</Name>
        </span>
        <Ago at={post.createdAt} zone={zone} />
      </p>
    </li>
  )
}
