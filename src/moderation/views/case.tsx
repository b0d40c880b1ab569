import { asWritten, Button, Card, Form, Layout, LinkButton, Notice, Time } from '../../design/index.ts'
import type { KeptPost } from '../../forum/index.ts'
import type { MistakenForm } from '../../platform/forms.ts'
import type { Member } from '../../platform/web.ts'
import type { Case } from '../cases.store.ts'
import type { Measure } from '../measures.store.ts'
import { useT } from '../messages.ts'
import type { Report } from '../reports.store.ts'
import { claimMinutes, holderOf, isAboutCrisis, rulesOf } from '../rules.ts'
import { RuleHere } from '../words/index.ts'
import { DecisionForm } from './decisionForm.tsx'
import { PostHere } from './post.tsx'
import { placeOf } from './report.tsx'

interface CaseProps {
  keeper: Member
  found: Case
  post: KeptPost
  around: KeptPost[]
  reports: Report[]
  measures: Measure[]
  history: Measure[]
  casesBefore: Case[]
  form: MistakenForm
  now: Temporal.Instant
  zone: string
}

const moment = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const

/** Everything that a decision needs, on one page. */
export function CasePage(props: CaseProps) {
  const t = useT()
  const { keeper, found, post, around, reports, measures, history, casesBefore, form, now, zone } = props
  const holder = holderOf(found, now)
  const isOthers = holder !== undefined && holder !== keeper.id
  const number = post.number ?? Number.POSITIVE_INFINITY
  const before = around.filter((one) => (one.number ?? 0) < number)
  const after = around.filter((one) => (one.number ?? 0) > number)
  return (
    <Layout
      title={`${t.any(`category.${found.category}`)}: ${post.title}`}
      zone="keepers"
      sheets={['moderation/keeping']}
    >
      <h1>{t.any(`category.${found.category}`)}</h1>
      <p class="soft">
        {t.any(`origin.${found.origin}`)} · {t.any(`severity.${found.severity}`)} ·{' '}
        <Time at={found.openedAt} zone={zone} locale={t.locale} format={moment} />
      </p>
      {isAboutCrisis(found.category) && <CrisisFirst topicId={found.topicId} />}
      <section>
        <h2>{t('case.post')}</h2>
        {before.map((one) => (
          <PostHere key={one.replyId ?? '0'} post={one} zone={zone} />
        ))}
        <PostHere post={post} zone={zone} marked />
        {after.map((one) => (
          <PostHere key={one.replyId} post={one} zone={zone} />
        ))}
        <p>
          <a href={placeOf(post)}>{t('case.there')}</a>
        </p>
        {post.editedAt && !post.removedAt && (
          <p>
            <a href={`${post.replyId ? placeOf(post) : `/forum/${post.topicId}`}/versions`}>
              {t('case.versions')}
            </a>
          </p>
        )}
      </section>
      {found.category === 'held' && !found.closedAt && !isOthers && <LetIn caseId={found.id} />}
      {reports.length > 0 && (
        <Card title={t('case.reports', { count: reports.length })}>
          <ul class="rows">
            {reports.map((report) => (
              <li key={report.reportedAt.toString()}>
                <strong>{t.any(`category.${report.category}`)}</strong>{' '}
                <Time at={report.reportedAt} zone={zone} locale={t.locale} format={moment} />
                {report.words && <p dir="auto">{report.words}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('case.rules')}>
        <ul class="rows">
          {rulesOf([found.category, ...reports.map(({ category }) => category)]).map((rule) => (
            <li key={rule}>
              <RuleHere rule={rule} />
            </li>
          ))}
          <li>
            <a href="/rules">{t('case.allRules')}</a>
          </li>
        </ul>
      </Card>
      <Card title={t('case.history')}>
        {history.length + casesBefore.length === 0 && <p>{t('case.noHistory')}</p>}
        <ul class="rows">
          {history.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} zone={zone} />
          ))}
          {casesBefore.map((one) => (
            <li key={`case ${one.id}`}>
              <a href={`/moderation/cases/${one.id}`}>{t.any(`category.${one.category}`)}</a>{' '}
              <Time at={one.openedAt} zone={zone} locale={t.locale} format={moment} />{' '}
              {one.closedAt ? t('case.closed') : t('case.open')}
            </li>
          ))}
        </ul>
      </Card>
      {found.closedAt ? (
        <Card title={t('case.decided')}>
          <ul class="rows">
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} zone={zone} />
            ))}
          </ul>
        </Card>
      ) : (
        <>
          <Card title={t('case.claimTitle')}>
            {isOthers ? (
              <p>
                {t('case.claimedBy')} <span {...asWritten}>{found.claimedByHandle}</span>
              </p>
            ) : (
              <Form action={`/moderation/cases/${found.id}/claim`}>
                {holder && <p>{t('case.yours', { minutes: claimMinutes })}</p>}
                <Button kind="quiet" name="take" value={holder ? 'no' : 'yes'}>
                  {holder ? t('case.giveBack') : t('case.claim')}
                </Button>
              </Form>
            )}
          </Card>
          {!isOthers && <DecisionForm found={found} form={form} />}
        </>
      )}
      <div class="buttons">
        <LinkButton href="/moderation">{t('queue.title')}</LinkButton>
      </div>
    </Layout>
  )
}

/** What nearly every post that waits comes to, in one press; everything else is below. */
function LetIn({ caseId }: { caseId: string }) {
  const t = useT()
  return (
    <Form action={`/moderation/cases/${caseId}/decide`}>
      <input type="hidden" name="kind" value="none" />
      <input type="hidden" name="category" value="held" />
      <Button>{t('measure.letIn')}</Button>
    </Form>
  )
}

/** Before any rule: what helps a person who may be in danger. */
function CrisisFirst({ topicId }: { topicId: string }) {
  const t = useT()
  return (
    <Notice kind="warn" title={t('crisis.title')}>
      <ol>
        <li>
          {t('crisis.answer')} <a href={`/forum/${topicId}#answer`}>{t('crisis.answerNow')}</a>
        </li>
        <li>{t('crisis.ask')}</li>
        <li>
          {t('crisis.numbers')} <a href="/help">{t('worried.numbersLink')}</a>
        </li>
        <li>{t('crisis.two')}</li>
        <li>{t('crisis.stays')}</li>
      </ol>
    </Notice>
  )
}

function MeasureRow({ measure, zone }: { measure: Measure; zone: string }) {
  const t = useT()
  return (
    <li>
      <a href={`/moderation/decisions/${measure.id}`}>{t.any(`measure.${measure.kind}`)}</a>{' '}
      <Time at={measure.madeAt} zone={zone} locale={t.locale} format={moment} />{' '}
      {measure.undoneAt && t('case.undone')}
      {measure.hides && measure.kind !== 'hold' && <p>{t('measure.hides')}</p>}
      <p dir="auto">{measure.reason}</p>
    </li>
  )
}
