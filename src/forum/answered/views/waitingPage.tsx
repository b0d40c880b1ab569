import { Card, Empty, formatTime, Layout, LinkButton } from '../../../design/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../../meetings/index.ts'
import type { Closed } from '../../found/closed.ts'
import { elapsed } from '../../rules.ts'
import { fewestAnswers, type Greeter, type GreeterState, whatToSay, within } from '../answered.rules.ts'
import { useT } from '../messages.ts'
import type { AnswerTimes, WaitingPost } from '../waiting.store.ts'
import { GreeterForm } from './greeterForm.tsx'
import { WaitingItem } from './waitingItem.tsx'

interface WaitingPageProps {
  posts: WaitingPost[]
  /** Whoever asked before stands below. */
  since: Temporal.Instant
  hasMore: boolean
  closed: Closed
  times: AnswerTimes
  here: number
  /** The next one that can be reached from anywhere. */
  meeting: UpcomingMeeting | undefined
  memberId: string | undefined
  greeter: Greeter | undefined
  state: GreeterState
  zone: string
  now: Temporal.Instant
}

export function WaitingPage(props: WaitingPageProps) {
  const t = useT()
  const { posts, memberId, greeter, state, zone } = props
  const until = greeter?.hereUntil
    ? formatTime({ at: greeter.hereUntil, zone, locale: t.locale, format: clock })
    : ''
  // For somebody who waits themselves, what to do meanwhile comes before the list of others.
  const isSeekersPage = props.here === 0 && posts.some(({ authorId }) => authorId === memberId)
  const isOlder = ({ askedAt }: WaitingPost) => Temporal.Instant.compare(askedAt, props.since) < 0
  const [ofThisWeek, older] = [posts.filter((post) => !isOlder(post)), posts.filter(isOlder)]
  return (
    <Layout title={t('title')} zone="open" sheets={['forum/found', 'forum/waiting']} unlisted>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {isSeekersPage && <Nobody {...props} />}
      {state === 'here' && <GreeterForm state={state} until={until} />}
      {posts.length === 0 ? (
        <Empty>
          <p>{t('empty')}</p>
        </Empty>
      ) : (
        <>
          <Waiting {...props} posts={ofThisWeek} />
          {older.length > 0 && (
            <section class="after">
              <h2>{t('older')}</h2>
              <Waiting {...props} posts={older} />
            </section>
          )}
          {props.hasMore && <p>{t('more')}</p>}
        </>
      )}
      <Times {...props} />
      {props.here > 0 ? <p>{t('here', { count: props.here })}</p> : !isSeekersPage && <Nobody {...props} />}
      {memberId && state !== 'here' && <GreeterForm state={state} until={until} />}
    </Layout>
  )
}

function Waiting({ posts, memberId, state, closed, now }: WaitingPageProps) {
  if (posts.length === 0) return null
  return (
    <ol class="found">
      {posts.map((post) => (
        <WaitingItem
          key={post.id}
          post={post}
          memberId={memberId}
          isGreeter={state !== 'off'}
          closed={closed}
          now={now}
        />
      ))}
    </ol>
  )
}

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

function Times({ times, now }: WaitingPageProps) {
  const t = useT()
  const { posts, median, ninetieth, waiting, longest } = times
  const took = (seconds: number | null) => {
    const { unit, count } = within(seconds ?? 0)
    return t(`time.${unit}`, { count })
  }
  const soFar = elapsed(now.subtract({ milliseconds: Math.round(longest * 1000) }), now)
  return (
    <section class="after">
      <h2>{t('times')}</h2>
      <p>
        {t(`times.${whatToSay(times)}`, {
          posts,
          fewest: fewestAnswers,
          median: took(median),
          ninetieth: took(ninetieth),
        })}{' '}
        {waiting > 0 &&
          t('times.waiting', { waiting, longest: t(`time.${soFar.unit}`, { count: soFar.count }) })}
      </p>
    </section>
  )
}

/** What to do while nobody answers. */
function Nobody({ meeting, zone, now }: WaitingPageProps) {
  const t = useT()
  return (
    <Card title={t('nobody')} class="waiting">
      <p>{t('nobody.lead')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href="/help">
          {t('nobody.help')}
        </LinkButton>
        <LinkButton href="/now">{t('nobody.now')}</LinkButton>
        {!meeting && <LinkButton href="/meetings">{t('nobody.meetings')}</LinkButton>}
      </div>
      {meeting && (
        <>
          <h3>{t('nobody.meeting')}</h3>
          <ul class="rows">
            <MeetingRow meeting={meeting} zone={zone} now={now} />
          </ul>
        </>
      )}
    </Card>
  )
}
