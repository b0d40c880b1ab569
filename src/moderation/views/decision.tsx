import {
  Button,
  Card,
  Choices,
  Form,
  Layout,
  LinkButton,
  MistakeSummary,
  Notice,
  TextArea,
  Time,
} from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import type { Appeal, Measure } from '../measures.store.ts'
import { useT } from '../messages.ts'
import { appealAnswerDays } from '../rules.ts'
import { placeOf } from './report.tsx'

interface DecisionProps {
  measure: Measure
  appeal: Appeal | undefined
  isAuthor: boolean
  mayAppeal: boolean
  mayAnswer: boolean
  form: MistakenForm
  zone: string
}

const moment = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const

export function DecisionPage(props: DecisionProps) {
  const t = useT()
  const { measure, appeal, isAuthor, mayAppeal, mayAnswer, form, zone } = props
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  const waitsForSecond = measure.kind === 'ban' && !measure.secondedAt && !measure.undoneAt
  return (
    <Layout title={t('decision.title')} zone={isAuthor ? 'own' : 'keepers'} sheets={['moderation/keeping']}>
      <h1>{t('decision.title')}</h1>
      <p class="lead">{t.any(isAuthor ? `decision.${measure.kind}` : `measure.${measure.kind}`)}</p>
      {measure.hides && measure.kind !== 'hold' && <p>{t(isAuthor ? 'decision.hides' : 'measure.hides')}</p>}
      {measure.until && (
        <p>
          {t('decision.until')} <Time at={measure.until} zone={zone} locale={t.locale} format={moment} />
        </p>
      )}
      {measure.undoneAt && <Notice title={t('decision.undone')} />}
      <Card title={t('decision.why')}>
        <p dir="auto">{measure.reason}</p>
        <p>
          <a href={`/rules#${measure.category}`}>{t.any(`category.${measure.category}`)}</a>
        </p>
        <p>
          {isAuthor ? (
            <a href={placeOf(measure)}>{t('case.there')}</a>
          ) : (
            <a href={`/moderation/cases/${measure.caseId}`}>{t('decision.case')}</a>
          )}
        </p>
      </Card>
      {isAuthor && <p>{t('decision.still')}</p>}
      {appeal && (
        <Card title={t('appeal.title')}>
          <p dir="auto">{appeal.words}</p>
          {appeal.decidedAt ? (
            <>
              <h3>{appeal.granted ? t('appeal.granted') : t('appeal.kept')}</h3>
              <p dir="auto">{appeal.answer}</p>
            </>
          ) : (
            <p>{t('appeal.waits', { days: appealAnswerDays })}</p>
          )}
        </Card>
      )}
      {!appeal && mayAppeal && (
        <Form action={`/moderation/decisions/${measure.id}/appeal`}>
          <h2>{t('appeal.ask')}</h2>
          <p>{t('appeal.who', { days: appealAnswerDays })}</p>
          <TextArea
            name="words"
            label={t('appeal.words')}
            value={typedText(form, 'words')}
            mistake={mistake('words')}
            maxlength={2000}
            rows={5}
          />
          <Button>{t('appeal.send')}</Button>
        </Form>
      )}
      {mayAnswer && waitsForSecond && (
        <Form action={`/moderation/decisions/${measure.id}/second`}>
          <h2>{t('second.title')}</h2>
          <p>{t('second.words')}</p>
          {form.mistakes.agree && (
            <MistakeSummary mistakes={[{ field: 'agree', sentence: t.any(form.mistakes.agree) }]} />
          )}
          <div class="buttons">
            <Button kind="danger" name="agree" value="yes">
              {t('second.agree')}
            </Button>
            <Button kind="quiet" name="agree" value="no">
              {t('second.refuse')}
            </Button>
          </div>
        </Form>
      )}
      {mayAnswer && appeal && !appeal.decidedAt && (
        <Form action={`/moderation/decisions/${measure.id}/answer`}>
          <h2>{t('answer.title')}</h2>
          <Choices
            type="radio"
            name="granted"
            label={t('answer.granted')}
            value={typedText(form, 'granted')}
            mistake={mistake('granted')}
            options={[
              { value: 'yes', label: t('answer.yes') },
              { value: 'no', label: t('answer.no') },
            ]}
          />
          <TextArea
            name="answer"
            label={t('answer.words')}
            value={typedText(form, 'answer')}
            mistake={mistake('answer')}
            maxlength={2000}
            rows={4}
          />
          <Button>{t('answer.send')}</Button>
        </Form>
      )}
      <div class="buttons">
        <LinkButton href="/forum">{t('decision.forum')}</LinkButton>
      </div>
    </Layout>
  )
}
