import type { ComponentChildren } from 'preact'
import { Button, Form, Layout, LinkButton, Notice, PieceHere, zoneName } from '../../design/index.ts'
import { type Hiding, HidingNotice, isSlow, SlowHere } from '../../moderation/measures/index.ts'
import { beforeSendingIsland, beforeSendingSheet } from '../../moderation/words/index.ts'
import type { MistakenForm } from '../../platform/forms.ts'
import { useVisit } from '../../platform/visit.ts'
import type { ClaimHeard } from '../answered/answered.rules.ts'
import { WaitingNotice } from '../answered/views/waitingNotice.tsx'
import { FollowLink } from '../following/views/doors.tsx'
import { HelpedWith } from '../helped/views.tsx'
import { useT } from '../messages.ts'
import { pageOf, topicPath } from '../paging.ts'
import { isKeeper, isWaiting, mayChange, type Writer } from '../rules.ts'
import { seenBy, spacePath } from '../spaces/space.ts'
import type { HeldReply, Topic } from '../store.ts'
import { Name } from './byline.tsx'
import { BeginAgain, Held, hidingOf } from './outOfSight.tsx'
import { NotSentYet, ReplyForm } from './replyForm.tsx'
import { hasTags, TopicTags, titleOf } from './titles.tsx'

export interface TopicPageProps {
  topic: Topic
  page: number
  member: Writer | undefined
  /** Whether they belong to the group whose space it is; true where it is open to all. */
  inGroup: boolean
  /** Their own posts on this page, and which of its posts each of them is, from 1. */
  own: { id: string | null; number: number; position: number }[]
  /** Whether somebody has said that they are writing to whoever waits here, as this reader is told it. */
  claim: ClaimHeard | undefined
  /** Replies that wait for a moderator, as far as this reader may see them. */
  held: HeldReply[]
  /** The decisions that keep any of it out of sight. */
  hiding: Hiding[]
  /** What was typed, or an empty form. */
  reply: MistakenForm
  /** Why a reply was not taken though nothing in it was wrong. */
  refusal?: string | undefined
  /** What the writer of a reply should know before it is sent. */
  hints?: ComponentChildren
  /** What is said once after a post was sent. */
  sent?: ComponentChildren
  /** It was an answer: the browser goes to it, and what stands at the top of a long page is not seen. */
  isSentBelow: boolean
  zone: string
  /** Nobody has told us a zone: a script may show times by the clock of the reader's own device. */
  isZoneGuessed: boolean
}

export function TopicPage(props: TopicPageProps) {
  const t = useT()
  const { topic, page, member } = props
  const pages = pageOf(topic.replyCount)
  const hidden = hidingOf(props.hiding, null)
  const title = topic.removedAt ? t('topic.removedTitle') : titleOf(t, topic)
  return (
    <Layout
      title={page === 1 ? title : t('topic.continued', { title, page })}
      zone={seenBy(topic)}
      islands={[
        ...(page === pages ? ['forum/live-topic'] : []),
        ...(member ? [beforeSendingIsland, 'forum/writing'] : []),
      ]}
      sheets={[
        'forum/talking',
        ...(member ? [beforeSendingSheet] : []),
        ...(props.own.length > 0 ? ['forum/own'] : []),
      ]}
      unlisted={!topic.isIndexed}
    >
      <p class="crumbs">
        <a href="/forum">{t('topic.back')}</a>
        <a href={spacePath(topic)}>
          <Name>{topic.spaceName}</Name>
        </a>
      </p>
      <h1 class="topic-name" dir="auto">
        {title}
      </h1>
      {props.hints && <NotSentYet />}
      {!props.isSentBelow && props.sent}
      {topic.heldAt && hidden && <HidingNotice hiding={hidden} />}
      {topic.heldAt && !hidden && !props.sent && (
        <Notice kind="warn">
          <p>{t('topic.held')}</p>
          {props.own.some(({ number }) => number === 0) && (
            <p>
              <a href="/help">{t('topic.waitingHelp')}</a>
            </p>
          )}
        </Notice>
      )}
      {hasTags(topic) && (
        <p class="topic-tags">
          <TopicTags topic={topic} />
        </p>
      )}
      {!topic.removedAt && <HelpedWith helps={topic.helpsWith} />}
      {page > 1 && <p class="soft">{t('topic.page', { page, pages })}</p>}
      {isWaiting(topic) && !props.sent && (
        <WaitingNotice
          isOwn={mayChange(member, topic)}
          claim={props.claim}
          mayAnswer={member !== undefined}
        />
      )}
      <div data-own={props.own.map(({ position }) => position).join(' ') || undefined}>
        <PieceHere />
      </div>
      {props.isSentBelow && props.sent}
      <p class="unseen" role="status" data-live-status data-arrived={t('reply.new', { name: '*' })} />
      <p class="next-page" data-live-next hidden={true}>
        {t('reply.nextPage')} <a href={topicPath(topic.id, page + 1)}>{t('reply.readNext')}</a>
      </p>
      <p class="soft small">
        <span
          {...(props.isZoneGuessed && {
            'data-own-times': props.zone,
            'data-said': t('topic.zone', { zone: '*' }),
          })}
        >
          {t('topic.zone', { zone: zoneName(t.locale, props.zone) })}
        </span>{' '}
        {topic.readers === 'everybody' && <a href={`/forum/${topic.id}/feed`}>{t('feed.ofTopic')}</a>}
      </p>
      <ThankForm topicId={topic.id} member={member} />
      <WorryForm topicId={topic.id} />
      <OwnWords topicId={topic.id} own={props.own} />
      <Held topicId={topic.id} held={props.held} hiding={props.hiding} />
      {pages > 1 && <Pages topic={topic} page={page} pages={pages} />}
      <Answer {...props} />
      {member && <FollowLink topicId={topic.id} />}
      {isKeeper(member) && <Keeping topic={topic} />}
    </Layout>
  )
}

/** The buttons in the posts belong to this form: the posts are the same for everybody, its secret is not. */
function ThankForm({ topicId, member }: { topicId: string; member: Writer | undefined }) {
  if (member)
    return (
      <Form action={`/forum/${topicId}/thanks`} id="thank">
        {null}
      </Form>
    )
  return (
    <Form action="/sign-in" method="get" id="thank">
      <input type="hidden" name="next" value={topicPath(topicId)} />
    </Form>
  )
}

/** A form that is only opened, so that a button at each post is all it takes, with or without a script. */
function WorryForm({ topicId }: { topicId: string }) {
  return (
    <Form action="/moderation/report" method="get" id="worry">
      <input type="hidden" name="topic" value={topicId} />
      <input type="hidden" name="about" value="worried" />
    </Form>
  )
}

function Pages({ topic, page, pages }: { topic: Topic; page: number; pages: number }) {
  const t = useT()
  return (
    <nav class="pager" aria-label={t('topic.pages')}>
      {page > 1 ? (
        <LinkButton href={topicPath(topic.id, page - 1)}>{t('topic.previous')}</LinkButton>
      ) : (
        <span />
      )}
      <span class="soft">{t('topic.page', { page, pages })}</span>
      {page < pages ? (
        <LinkButton href={topicPath(topic.id, page + 1)}>{t('topic.next')}</LinkButton>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** The posts are drawn once for everybody; what only their author may do stands below them. */
function OwnWords({ topicId, own }: { topicId: string; own: TopicPageProps['own'] }) {
  const t = useT()
  if (own.length === 0) return null
  return (
    <nav class="own-words" aria-label={t('post.yours')}>
      {own.map(({ id, number }) => (
        <a key={number} href={id ? `/forum/${topicId}/replies/${id}/edit` : `/forum/${topicId}/edit`}>
          {id ? t('post.editReply', { number }) : t('post.editTopic')}
        </a>
      ))}
    </nav>
  )
}

function Answer(props: TopicPageProps) {
  const { topic, member, inGroup, claim, reply, refusal, hints, zone } = props
  const t = useT()
  // For whoever waits it stands above their own words.
  const saidAbove = claim === 'you' && isWaiting(topic)
  if (refusal || hints) return <ReplyForm topic={topic} reply={reply} refusal={refusal} hints={hints} />
  if (topic.removedAt) return null
  if (topic.heldAt && hidingOf(props.hiding, null)) return <BeginAgain />
  if (topic.closedAt) return <Notice>{t('topic.closed')}</Notice>
  if (!member) return <GuestAnswer topic={topic} />
  if (topic.retiredAt) return <Notice>{t('space.retired')}</Notice>
  if (!inGroup) {
    return (
      <Notice>
        <p>{t('reply.joinGroup', { group: topic.spaceName })}</p>
        <LinkButton href={`/groups/${topic.groupSlug}`}>{t('reply.toGroup')}</LinkButton>
      </Notice>
    )
  }
  return (
    <>
      <Slowness topic={topic} zone={zone} />
      <ReplyForm topic={topic} reply={reply} claim={saidAbove ? undefined : claim} />
    </>
  )
}

function Slowness({ topic, zone }: Pick<TopicPageProps, 'topic' | 'zone'>) {
  const { now } = useVisit()
  if (topic.slowMinutes === null || topic.slowUntil === null) return null
  const slow = { minutes: topic.slowMinutes, until: topic.slowUntil }
  return isSlow(slow, now) ? <SlowHere slow={slow} zone={zone} /> : null
}

function GuestAnswer({ topic }: { topic: Topic }) {
  const t = useT()
  const back = encodeURIComponent(topicPath(topic.id, pageOf(topic.replyCount)))
  return (
    <section class="guest-answer" id="answer">
      <p>{t('reply.guest')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href={`/sign-in?next=${back}`}>
          {t('reply.signIn')}
        </LinkButton>
        <LinkButton href={`/join?next=${back}`}>{t('reply.join')}</LinkButton>
      </div>
    </section>
  )
}

/** What moderators do with a conversation as a whole. */
function Keeping({ topic }: { topic: Topic }) {
  const t = useT()
  return (
    <div class="buttons">
      <Form action={`/forum/${topic.id}/${topic.closedAt ? 'open' : 'close'}`}>
        <Button kind="quiet">{t(topic.closedAt ? 'close.open' : 'close.close')}</Button>
      </Form>
      <LinkButton kind="quiet" href={`/forum/${topic.id}/keep`}>
        {t('keep.link')}
      </LinkButton>
      <LinkButton kind="quiet" href={`/moderation/slow?topic=${topic.id}`}>
        {t('keep.slow')}
      </LinkButton>
    </div>
  )
}
