import { Button, Form, LinkButton } from '../../../design/index.ts'
import { stretchPath } from '../../days/days.rules.ts'
import { useT as useDaysWords } from '../../days/messages.ts'
import { type Closed, isShownTo } from '../../found/closed.ts'
import { excerptOf, plainText } from '../../found/excerpt.rules.ts'
import { useT as useForumWords } from '../../messages.ts'
import { pageOf, replyPath, topicPath } from '../../paging.ts'
import { elapsed } from '../../rules.ts'
import { Day, Name } from '../../views/byline.tsx'
import { claimFor, claimMinutes, isClaimedBy } from '../answered.rules.ts'
import { useT } from '../messages.ts'
import type { WaitingPost } from '../waiting.store.ts'

interface WaitingItemProps {
  post: WaitingPost
  memberId: string | undefined
  isGreeter: boolean
  /** What the reader wants to find closed. */
  closed: Closed
  now: Temporal.Instant
}

const excerptLength = 280

/** Somebody who waits: who, on which day, for how long, and the first of their words. */
export function WaitingItem({ post, memberId, isGreeter, closed, now }: WaitingItemProps) {
  const t = useT()
  const say = useForumWords()
  const sayOfDays = useDaysWords()
  const { unit, count } = elapsed(post.askedAt, now)
  const { topicId, replyId, number } = post
  const href = replyId === null ? topicPath(topicId) : replyPath(topicId, { id: replyId, number })
  const claimed = memberId === undefined ? isClaimedBy(post, now) && 'other' : claimFor(memberId, post, now)
  return (
    <li class="found-post">
      <a class="topic-title" href={href} dir="auto">
        {post.title}
      </a>
      <p class="byline">
        <span class="waited">{say(`waiting.${unit}`, { count })}</span>
        <Name>{post.authorHandle}</Name> <Day day={post.authorDay} />
        <span class="tag">{t(reasonOf(post))}</span>
        {post.notes.map((note) => (
          <span key={note} class="tag warn">
            {say(`note.${note}`)}
          </span>
        ))}
        <span class="space">
          <Name>{post.spaceName}</Name>
        </span>
      </p>
      {isShownTo(closed, post) ? (
        <p class="found-words" dir="auto">
          {excerptOf(plainText(post.bodyHtml), [], excerptLength).map(({ text }) => text)}
        </p>
      ) : (
        <p class="soft">{sayOfDays('post.closed')}</p>
      )}
      {claimed && (
        <p class="soft" role="status">
          {t(`claim.${claimed}`, { minutes: claimMinutes })}
        </p>
      )}
      <div class="buttons">
        {isGreeter && memberId !== post.authorId ? (
          <Claim post={post} isMine={claimed === 'mine'} />
        ) : (
          <LinkButton
            href={memberId === post.authorId ? href : `${topicPath(topicId, pageOf(number))}#answer`}
          >
            {memberId === post.authorId ? t('own') : t('write', { name: post.authorHandle })}
          </LinkButton>
        )}
        {isGreeter && post.authorDay !== null && (
          <LinkButton kind="quiet" href={stretchPath({ by: 'day', number: post.authorDay })}>
            {t('day', { day: post.authorDay })}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

function Claim({ post, isMine }: { post: WaitingPost; isMine: boolean }) {
  const t = useT()
  return (
    <>
      <Form action={`/forum/waiting/${post.id}/claim`}>
        <Button>{t('claim', { name: post.authorHandle })}</Button>
      </Form>
      {isMine && (
        <Form action={`/forum/waiting/${post.id}/release`}>
          <Button kind="quiet">{t('claim.release')}</Button>
        </Form>
      )}
    </>
  )
}

/** Whoever begins a first conversation may have answered others before. */
function reasonOf({ reason, replyId }: WaitingPost) {
  if (reason === 'needs') return 'reason.needs'
  return replyId === null ? 'reason.firstTopic' : 'reason.first'
}
