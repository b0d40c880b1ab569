import { OfficeNotice } from '../../account/index.ts'
import {
  asWritten,
  Button,
  Card,
  Empty,
  Form,
  Layout,
  LinkButton,
  Notice,
  Tag,
  Tags,
  Time,
} from '../../design/index.ts'
import { type Glance, glanceKey } from '../../forum/index.ts'
import type { Member } from '../../platform/web.ts'
import type { Aftercare } from '../aftercare.store.ts'
import type { QueuedCase } from '../cases.store.ts'
import type { Duty } from '../duties.store.ts'
import type { Appeal, Measure } from '../measures.store.ts'
import { useT } from '../messages.ts'
import { answerWithin, appealAnswerDays, holderOf, isAppealLate, isLate } from '../rules.ts'
import { DutyLine } from './duty.tsx'
import { placeOf } from './report.tsx'

interface QueueProps {
  keeper: Member
  cases: QueuedCase[]
  /** What the posts say that they are about. */
  glances: Map<string, Glance>
  /** The case they have just decided. */
  decided?: string | undefined
  /** How many wait beyond those, if any do. */
  more: number
  toSecond: Measure[]
  appeals: Appeal[]
  aftercare: Aftercare[]
  duties: Duty[]
  now: Temporal.Instant
  zone: string
}

const moment = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const

export function QueuePage(props: QueueProps) {
  const t = useT()
  const { cases, more, decided, toSecond, appeals, aftercare, duties, now, zone } = props
  return (
    <Layout title={t('queue.title')} zone="keepers" sheets={['moderation/keeping']}>
      <h1>{t('queue.title')}</h1>
      <OfficeNotice />
      {decided && (
        <Notice kind="good" role="status" said>
          <p>
            {t('queue.decided')} <a href={`/moderation/cases/${decided}`}>{t('queue.seeDecided')}</a>
          </p>
        </Notice>
      )}
      <DutyLine duties={duties} now={now} zone={zone} isKeepers />
      {cases.length === 0 ? (
        <Empty>
          <p>{t('queue.empty')}</p>
        </Empty>
      ) : (
        <>
          <h2>{t('queue.count', { count: cases.length + Math.max(0, more) })}</h2>
          <ol class="cases">
            {cases.map((one) => (
              <CaseRow key={one.id} one={one} {...props} />
            ))}
          </ol>
        </>
      )}
      {more > 0 && <p>{t('queue.more', { count: more })}</p>}
      {toSecond.length > 0 && (
        <Card title={t('queue.second')}>
          <ul class="rows">
            {toSecond.map(({ id, madeAt, reason }) => (
              <li key={id}>
                <a href={`/moderation/decisions/${id}`} dir="auto">
                  {reason}
                </a>{' '}
                <Time at={madeAt} zone={zone} locale={t.locale} format={moment} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {appeals.length > 0 && (
        <Card title={t('queue.appeals', { days: appealAnswerDays })}>
          <ul class="rows">
            {appeals.map(({ measureId, words, madeAt }) => (
              <li key={measureId}>
                <a href={`/moderation/decisions/${measureId}`} dir="auto">
                  {words.slice(0, 120)}
                </a>{' '}
                <Time at={madeAt} zone={zone} locale={t.locale} format={moment} />{' '}
                {isAppealLate(madeAt, now) && <strong>{t('queue.appealLate')}</strong>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {aftercare.length > 0 && (
        <Card title={t('aftercare.title')} id="aftercare">
          <p>{t('aftercare.words')}</p>
          <ul class="rows">
            {aftercare.map((one) => (
              <li key={one.caseId}>
                <a href={placeOf(one)} dir="auto">
                  {one.authorHandle}
                </a>{' '}
                {t('aftercare.due')} <Time at={one.dueAt} zone={zone} locale={t.locale} format={moment} />{' '}
                {isLate(one.dueAt, now) && <strong>{t('aftercare.late')}</strong>}
                <Form action={`/moderation/aftercare/${one.caseId}/done`}>
                  <Button kind="quiet">{t('aftercare.done')}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div class="buttons">
        <LinkButton href="/moderation/rota">{t('rota.title')}</LinkButton>
        <LinkButton href="/moderation/log">{t('log.title')}</LinkButton>
        <LinkButton href="/rules">{t('queue.rules')}</LinkButton>
      </div>
    </Layout>
  )
}

function CaseRow({ one, glances, keeper, now, zone }: QueueProps & { one: QueuedCase }) {
  const t = useT()
  const waited = Math.floor(one.openedAt.until(now).total('minutes'))
  const holder = holderOf(one, now)
  const post = glances.get(glanceKey(one))
  return (
    <li class={`case severity-${one.severity}`}>
      <a class="case-link" href={`/moderation/cases/${one.id}`}>
        <span>{t.any(`category.${one.category}`)}</span>
        {post?.title && (
          <span class="case-post" dir="auto" {...asWritten}>
            {post.title}
          </span>
        )}
      </a>
      {post && (
        <p class="case-words" dir="auto">
          {post.isRemoved ? t('post.removed') : post.words}
        </p>
      )}
      <Tags>
        <Tag kind={one.severity === 1 ? 'warn' : 'plain'}>{t.any(`severity.${one.severity}`)}</Tag>
        {waited > answerWithin[one.severity].minutes && <Tag kind="warn">{t('queue.late')}</Tag>}
        {holder && <Tag kind="plain">{holder === keeper.id ? t('queue.yours') : t('queue.taken')}</Tag>}
      </Tags>
      <p class="soft">
        <bdi {...asWritten}>{one.authorHandle ?? t(post?.isHouses ? 'post.house' : 'post.former')}</bdi> ·{' '}
        {t('queue.since')} <Time at={one.openedAt} zone={zone} locale={t.locale} format={moment} />
        {one.reporters.length > 0 && ` · ${t('queue.reporters', { count: one.reporters.length })}`}
      </p>
    </li>
  )
}
