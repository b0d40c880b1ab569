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
  TextField,
} from '../../../design/index.ts'
import { type Form as FormState, typedList, typedText } from '../../../platform/forms.ts'
import { useT as useHostingT } from '../../hosting/messages.ts'
import type { Difference } from '../../hosting/said.ts'
import { Differences } from '../../hosting/views/difference.tsx'
import type { Meeting } from '../../meeting.ts'
import { dayName } from '../../words.ts'
import { useT } from '../messages.ts'
import { abouts, type Proposal } from '../proposal.ts'

interface SuggestPageProps {
  meeting: Meeting
  form: Pick<FormState<unknown>, 'typed' | 'mistakes'>
  /** Whether the rule has weekdays that could be others. */
  hasDays: boolean
  /** The member's own word that waits already, with what it would change. */
  waiting?: { proposal: Proposal; rows: Difference[] } | undefined
  decided?: Proposal | undefined
}

export function SuggestPage({ meeting, form, hasDays, waiting, decided }: SuggestPageProps) {
  const t = useT()
  return (
    <Layout title={t('suggest.title')} zone="open" sheets={['meetings/hosting']}>
      <p class="small">
        <a href={`/meetings/${meeting.id}`} dir="auto">
          {meeting.name}
        </a>
      </p>
      <h1>{t('suggest.title')}</h1>
      <p class="lead">{t(meeting.feedId === null ? 'suggest.lead' : 'suggest.leadImported')}</p>
      {waiting && <Waiting {...{ meeting }} {...waiting} />}
      {!waiting && decided && <Decided {...{ decided }} />}
      {!waiting && <SuggestForm {...{ meeting, form, hasDays }} />}
    </Layout>
  )
}

function Waiting({ meeting, proposal, rows }: { meeting: Meeting; proposal: Proposal; rows: Difference[] }) {
  const t = useT()
  return (
    <Card title={t('suggest.waiting')}>
      <p role="status">{t('suggest.thanks')}</p>
      <p>
        <strong>{t(`about.${proposal.about}`)}</strong>
      </p>
      {rows.length > 0 && <Differences {...{ rows }} />}
      {proposal.note && (
        <p class="meeting-notes" dir="auto">
          {proposal.note}
        </p>
      )}
      <Form action={`/meetings/${meeting.id}/suggest/withdraw`}>
        <div class="buttons">
          <LinkButton href={`/meetings/${meeting.id}`}>{t('suggest.back')}</LinkButton>
          <Button kind="quiet">{t('suggest.withdraw')}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Decided({ decided }: { decided: Proposal }) {
  const t = useT()
  const isAccepted = decided.status === 'accepted'
  return (
    <Notice
      kind={isAccepted ? 'good' : 'warn'}
      title={t(isAccepted ? 'decided.accepted' : 'decided.refused')}
    >
      {decided.answer && (
        <p class="meeting-notes" dir="auto">
          {decided.answer}
        </p>
      )}
    </Notice>
  )
}

const ownFields = ['about', 'days', 'note']
const placeFields = ['placeName', 'address', 'town'] as const
const linkFields = ['onlineUrl', 'phone'] as const

function SuggestForm({ meeting, form, hasDays }: Omit<SuggestPageProps, 'waiting' | 'decided'>) {
  const t = useT()
  const h = useHostingT()
  // What a list says of links is put right in the list; here only words about it go to the operator.
  const isOwn = meeting.feedId === null
  // The fields that a host's form has too are refused in the same words.
  const mistake = (field: string) => {
    const key = form.mistakes[field]
    if (!key) return undefined
    return ownFields.includes(field) ? t.any(key) : h.any(key)
  }
  const line = (name: string) => ({ name, value: typedText(form, name), mistake: mistake(name) })
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: dayName(t.locale, day),
    asWritten: true,
  }))
  return (
    <>
      <MistakeSummary
        mistakes={Object.keys(form.mistakes).map((field) => ({ field, sentence: mistake(field) ?? '' }))}
      />
      <Form action={`/meetings/${meeting.id}/suggest`} class="suggest-form">
        <Choices
          {...line('about')}
          type="radio"
          label={t('suggest.about')}
          options={abouts.map((value) => ({ value, label: t(`about.${value}`) }))}
        />
        {meeting.time !== null && (
          <div class="for-time">
            {hasDays && (
              <Choices
                type="checkbox"
                row
                name="days"
                label={t('field.days')}
                value={typedList(form, 'days')}
                options={days}
                mistake={mistake('days')}
              />
            )}
            <div class="host-pair">
              <TextField {...line('time')} type="time" label={t('field.time')} />
              <TextField {...line('minutes')} inputmode="numeric" label={t('field.minutes')} maxlength={4} />
            </div>
          </div>
        )}
        <div class="for-place">
          {placeFields
            .filter((name) => isOwn || name !== 'town')
            .map((name) => (
              <TextField key={name} {...line(name)} label={t(`field.${name}`)} maxlength={200} optional />
            ))}
        </div>
        {isOwn && (
          <div class="for-link">
            {linkFields.map((name) => (
              <TextField key={name} {...line(name)} label={t(`field.${name}`)} maxlength={500} optional />
            ))}
          </div>
        )}
        <TextArea
          {...line('note')}
          label={t('field.note')}
          hint={t('field.noteHint')}
          maxlength={1000}
          rows={3}
          optional
        />
        <div class="buttons">
          <Button>{t('suggest.send')}</Button>
          <LinkButton kind="quiet" href={`/meetings/${meeting.id}`}>
            {t('suggest.back')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
