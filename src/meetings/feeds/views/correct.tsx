import {
  asWritten,
  Button,
  Card,
  Choices,
  Form,
  Layout,
  MistakeSummary,
  Notice,
  Select,
  TextField,
} from '../../../design/index.ts'
import { type Form as FormState, typedList, typedText } from '../../../platform/forms.ts'
import { dayName } from '../../words.ts'
import type { RecordToCorrect } from '../corrected.store.ts'
import { type CorrectedField, correctedFields } from '../corrections.rules.ts'
import { useT } from '../messages.ts'
import type { RefusedRecord } from '../record.ts'
import { whySentence } from '../sentence.ts'
import type { Feed } from '../store.ts'
import { PreviewMeeting } from './preview.tsx'
import { RawRecord } from './rawRecord.tsx'

interface PageProps {
  feed: Feed
  record: RecordToCorrect
  form: FormState<unknown>
  saved?: boolean
  /** Why it still cannot be read. */
  still?: RefusedRecord
}

export function CorrectPage({ feed, record, form, saved, still }: PageProps) {
  const t = useT()
  const name = record.refused ? record.name || record.externalId : record.details.name
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return (
    <Layout title={t('correct.title')} zone="own" unlisted sheets={['meetings/feeds/lists']}>
      <p class="small">
        <a href={`/operations/feeds/${feed.id}`} dir="auto">
          {feed.name}
        </a>
      </p>
      <h1>{t('correct.title')}</h1>
      <p class="lead" dir="auto">
        {name}
      </p>
      {saved && <Notice role="status" title={t('correct.saved')} />}
      <MistakeSummary mistakes={mistakes} />
      {record.refused && (
        <Notice kind="warn" title={t('correct.refused')}>
          <p>
            <code {...asWritten}>{still?.field ?? record.field}</code>{' '}
            {whySentence(t, still ? { why: still.why, was: still.was } : record)}
          </p>
          <p>{t('correct.refusedWhat')}</p>
        </Notice>
      )}
      {!record.refused && (
        <Card title={t('correct.list')}>
          <PreviewMeeting meeting={record.details} />
          <p>
            <a href={`/meetings/${record.meetingId}`}>{t('correct.page')}</a>
          </p>
        </Card>
      )}
      <Corrections {...{ feed, record, form }} />
      {record.refused && <RawRecord raw={record.raw} />}
    </Layout>
  )
}

function Corrections({ feed, record, form }: PageProps) {
  const t = useT()
  const corrected: CorrectedField[] = record.refused
    ? []
    : correctedFields.filter((field) => record.corrections[field] !== undefined)
  const field = (name: CorrectedField) => {
    const key = form.mistakes[name]
    const hints = { time: t('correct.timeHint'), zone: t('correct.zoneHint'), point: t('correct.pointHint') }
    const usual = name === 'time' || name === 'zone' || name === 'point' ? hints[name] : undefined
    const byHand = corrected.includes(name) ? t('correct.byHand') : undefined
    return {
      name,
      label: t(`correct.${name}`),
      hint: [byHand, usual].filter(Boolean).join(' ') || undefined,
      value: typedText(form, name),
      mistake: key && t.any(key),
    }
  }
  const states = ['', 'running', 'paused', 'hidden'] as const
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: dayName(t.locale, day) }))
  const action = `/operations/feeds/${feed.id}/correct?record=${encodeURIComponent(record.externalId)}`
  return (
    <Card title={t('correct.form')}>
      <p>{t('correct.what')}</p>
      <Form action={action}>
        <TextField {...field('name')} maxlength={255} />
        <Choices {...field('days')} type="checkbox" options={days} value={typedList(form, 'days')} row />
        <TextField {...field('time')} short />
        <TextField {...field('minutes')} inputmode="numeric" short />
        <TextField {...field('zone')} />
        <TextField {...field('placeName')} maxlength={300} />
        <TextField {...field('address')} maxlength={300} />
        <TextField {...field('point')} />
        <Select
          {...field('status')}
          options={states.map((state) => ({ value: state, label: t(`correct.status.${state || 'list'}`) }))}
        />
        <div class="buttons">
          <Button>{t('correct.save')}</Button>
          {corrected.length > 0 && (
            <Button kind="plain" name="act" value="back">
              {t('correct.back')}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  )
}
