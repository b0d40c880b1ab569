import { asWritten, formatTime } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { t as sayOfDays } from '../days/messages.ts'
import { t as sayOfForum } from '../messages.ts'
import { replyPath, topicPath } from '../paging.ts'
import { elapsed } from '../rules.ts'
import { longAgo, longAgoDays } from '../views/byline.tsx'
import { type Closed, isShownTo } from './closed.ts'
import { excerptOf, plainText, type Term } from './excerpt.rules.ts'
import type { FoundPost } from './found.ts'

const excerptLength = 320

interface FoundRowsProps {
  posts: FoundPost[]
  zone: string
  /** What was looked for, to be marked. */
  terms?: Term[]
  closed: Closed
}

/** Posts in a list: a piece of each, and the way to where it stands. */
export function FoundRows(props: FoundRowsProps) {
  const { locale, now } = useVisit()
  return <ol class="found">{props.posts.map((post) => rowOf(post, { ...props, locale, now }))}</ol>
}

interface Around extends Omit<FoundRowsProps, 'posts'> {
  locale: string
  now: Temporal.Instant
}

/** A function with no component inside: twenty of these are most of a page, and cost a part of it this way. */
function rowOf(post: FoundPost, { zone, terms = [], closed, locale, now }: Around) {
  const t = sayOfDays(locale)
  const say = sayOfForum(locale)
  const isShown = isShownTo(closed, post)
  const { topicId, replyId, number, authorHandle, authorDay, createdAt } = post
  const href = replyId === null ? topicPath(topicId) : replyPath(topicId, { id: replyId, number })
  const { unit, count } = elapsed(createdAt, now)
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
          {excerptOf(plainText(post.bodyHtml), terms, excerptLength).map(({ text, isMarked }) =>
            isMarked ? <mark>{text}</mark> : text,
          )}
        </p>
      ) : (
        <p class="soft">{t('post.closed')}</p>
      )}
      <p class="byline">
        {!post.isHouses &&
          (authorHandle === null ? (
            <span class="soft">{say('author.former')}</span>
          ) : (
            <bdi {...asWritten}>{authorHandle}</bdi>
          ))}{' '}
        {authorDay !== null && (
          <span class="tag">
            {once(locale, `day ${authorDay}`, () => say('author.day', { day: authorDay }))}
          </span>
        )}
        {post.authorStep !== null && <span class="tag">{t('step.tag', { step: post.authorStep })}</span>}
        <span class="space">
          <bdi {...asWritten}>{post.spaceName}</bdi>
        </span>
        <time datetime={createdAt.toString({ smallestUnit: 'second' })}>
          {unit === 'days' && count >= longAgoDays
            ? formatTime({ at: createdAt, zone, locale, format: longAgo })
            : once(locale, `${unit} ${count}`, () => say(`ago.${unit}`, { count }))}
        </time>
      </p>
    </li>
  )
}

const said = new Map<string, string>()
const mostSaid = 2000

/** A sentence with a small number in it: there are few of them, and making one costs more than all else of a line. */
function once(locale: string, what: string, say: () => string): string {
  const key = `${locale} ${what}`
  let sentence = said.get(key)
  if (sentence === undefined) {
    if (said.size >= mostSaid) said.clear()
    sentence = say()
    said.set(key, sentence)
  }
  return sentence
}
