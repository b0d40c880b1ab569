import { Button, Choices, Form, Layout, LinkButton, Notice, TextArea } from '../../design/index.ts'
import type { KeptPost } from '../../forum/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import type { Duty } from '../duties.store.ts'
import { useT } from '../messages.ts'
import { answerWithin, isAboutCrisis, severityOf, worried } from '../rules.ts'
import { ruleIds as rules } from '../words/index.ts'
import { DutyLine } from './duty.tsx'
import { PostHere } from './post.tsx'

export function ReportPage({ post, form }: { post: KeptPost; form: MistakenForm }) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  const category = typedText(form, 'category')
  return (
    <Layout title={t('report.title')} zone="own" sheets={['moderation/keeping']}>
      <h1>{t('report.title')}</h1>
      <p class="lead">{t('report.lead')}</p>
      <PostHere post={post} />
      {category === worried && <WorriedFirst />}
      <Form action={`/moderation/report?${addressOf(post)}`}>
        <Choices
          type="radio"
          name="category"
          label={t('report.category')}
          value={category}
          mistake={mistake('category')}
          options={[worried, ...rules].map((value) => ({
            value,
            label: t.any(`category.${value}`),
            hint: t.any(`category.${value}.hint`),
          }))}
        />
        <TextArea
          name="words"
          label={t('report.words')}
          hint={t('report.wordsHint')}
          value={typedText(form, 'words')}
          mistake={mistake('words')}
          maxlength={1000}
          rows={4}
          optional
        />
        <div class="buttons">
          <Button>{t('report.send')}</Button>
          <LinkButton href={placeOf(post)}>{t('report.back')}</LinkButton>
        </div>
      </Form>
    </Layout>
  )
}

/** What somebody can do themselves for a person they fear for, before any moderator is awake. */
function WorriedFirst() {
  const t = useT()
  return (
    <Notice kind="warn" title={t('worried.title')}>
      <ul>
        <li>{t('worried.answer')}</li>
        <li>{t('worried.ask')}</li>
        <li>
          {t('worried.numbers')} <a href="/help">{t('worried.numbersLink')}</a>
        </li>
        <li>{t('worried.danger')}</li>
      </ul>
    </Notice>
  )
}

interface ReportedProps {
  post: KeptPost
  category: string
  duties: Duty[]
  /** Whoever says it could be on duty themselves. */
  isKeepers: boolean
  now: Temporal.Instant
  zone: string
}

export function ReportedPage({ post, category, duties, isKeepers, now, zone }: ReportedProps) {
  const t = useT()
  return (
    <Layout title={t('reported.title')} zone="own" sheets={['moderation/keeping']}>
      <h1>{t('reported.title')}</h1>
      <p class="lead">{t('reported.lead')}</p>
      <p>{t('reported.within', { minutes: answerWithin[severityOf(category)].minutes })}</p>
      <DutyLine duties={duties} now={now} zone={zone} isKeepers={isKeepers} />
      {isAboutCrisis(category) && <WorriedFirst />}
      <div class="buttons">
        <LinkButton href={placeOf(post)} kind="primary">
          {t('report.back')}
        </LinkButton>
        <LinkButton href="/moderation/log">{t('log.title')}</LinkButton>
      </div>
      {post.authorHandle && (
        <p>
          {t('reported.mute')}{' '}
          <a href={post.replyId ? placeOf(post) : `${placeOf(post)}/first`}>{t('reported.muteHow')}</a>
        </p>
      )}
    </Layout>
  )
}

function addressOf({ topicId, replyId }: KeptPost): string {
  return new URLSearchParams({ topic: topicId, ...(replyId ? { reply: replyId } : {}) }).toString()
}

export function placeOf({ topicId, replyId }: { topicId: string; replyId: string | null }): string {
  return replyId ? `/forum/${topicId}/replies/${replyId}` : `/forum/${topicId}`
}
