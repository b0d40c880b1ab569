import {
  Button,
  Choices,
  Form,
  formatTime,
  Layout,
  LinkButton,
  MistakeSummary,
  Notice,
  Tag,
  Tags,
  TextArea,
  TextField,
  Time,
  zoneName,
} from '../../../design/index.ts'
import type { Group } from '../../../groups/index.ts'
import { type Form as FormState, typedText } from '../../../platform/forms.ts'
import type { Meeting } from '../../meeting.ts'
import type { DateChange, DatedOccurrence } from '../../recurrence/changes.ts'
import type { Schedule } from '../../recurrence/recurrence.ts'
import { dateKinds } from '../dates.form.ts'
import { useT } from '../messages.ts'

interface Around {
  group: Group
  meeting: Meeting
  schedule: Schedule
}

const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** A date of the rule in words, whatever the zone of whoever reads it. */
function dateWords(locale: string, date: Temporal.PlainDate): string {
  const at = date.toZonedDateTime('UTC').toInstant()
  return formatTime({ at, zone: 'UTC', locale, format: { weekday: 'long', day: 'numeric', month: 'long' } })
}

interface DatesPageProps extends Around {
  times: DatedOccurrence[]
  changes: DateChange[]
}

/** The next dates of a meeting, each with a way to change only it. */
export function DatesPage({ group, meeting, schedule, times, changes }: DatesPageProps) {
  const t = useT()
  const path = `/groups/${group.slug}/meetings/${meeting.id}`
  const noteOf = (onDate: Temporal.PlainDate) => changes.find((change) => change.onDate.equals(onDate))?.note
  return (
    <Layout title={t('dates.heading')} zone="open" sheets={['meetings/hosting']}>
      <p class="small">
        <a href={`/meetings/${meeting.id}`} dir="auto">
          {meeting.name}
        </a>
      </p>
      <h1>{t('dates.heading')}</h1>
      <p class="lead">{t('dates.pageLead')}</p>
      <p class="soft small">{t('dates.zone', { zone: zoneName(t.locale, schedule.zone) })}</p>
      {times.length === 0 && <p>{t('preview.noNext')}</p>}
      <ul class="rows">
        {times.map(({ onDate, startsAt, change }) => (
          <li key={String(onDate)} class="host-date">
            <div>
              <p class="host-date-when">
                {change === 'cancelled' ? (
                  <s>
                    <Time at={startsAt} zone={schedule.zone} locale={t.locale} format={moment} />
                  </s>
                ) : (
                  <Time at={startsAt} zone={schedule.zone} locale={t.locale} format={moment} />
                )}
              </p>
              {change && (
                <Tags>
                  <Tag kind="warn">
                    {change === 'moved'
                      ? t('dates.movedFrom', { date: dateWords(t.locale, onDate) })
                      : t(`dates.is.${change}`)}
                  </Tag>
                </Tags>
              )}
              {noteOf(onDate) && (
                <p class="soft" dir="auto">
                  {noteOf(onDate)}
                </p>
              )}
            </div>
            <LinkButton href={`${path}/dates/${onDate}`}>
              {t('dates.change')} <span class="unseen">{dateWords(t.locale, onDate)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton kind="quiet" href={path}>
          {t('dates.all')}
        </LinkButton>
      </p>
    </Layout>
  )
}

interface DatePageProps extends Around {
  onDate: Temporal.PlainDate
  /** What is said about it already. */
  change: DateChange | undefined
  /** How often it was changed, so that the second of two hosts notices the first. */
  sequence: number
  clash?: boolean
  form: Pick<FormState<unknown>, 'typed' | 'mistakes'>
}

export function DatePage(props: DatePageProps) {
  const { group, meeting, schedule, onDate, change, sequence, form } = props
  const t = useT()
  const path = `/groups/${group.slug}/meetings/${meeting.id}/dates`
  const mistake = (field: string) => {
    const key = form.mistakes[field]
    return key ? t.any(key) : undefined
  }
  const title = dateWords(t.locale, onDate)
  const kinds = dateKinds.filter((kind) => kind !== 'back' || change)
  return (
    <Layout title={title} zone="open" sheets={['meetings/hosting']}>
      <p class="small">
        <a href={`/meetings/${meeting.id}`} dir="auto">
          {meeting.name}
        </a>
      </p>
      <h1>
        <time datetime={String(onDate)}>{title}</time>
      </h1>
      <p class="lead">{t('dates.formLead')}</p>
      <MistakeSummary
        mistakes={Object.keys(form.mistakes).map((field) => ({ field, sentence: mistake(field) ?? '' }))}
      />
      {props.clash && <Clash {...{ change }} />}
      <Form action={`${path}/${onDate}`} class="host-form">
        <input type="hidden" name="seen" value={sequence} />
        <Choices
          type="radio"
          name="kind"
          label={t('dates.what')}
          value={typedText(form, 'kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`dates.kind.${kind}`) }))}
          mistake={mistake('kind')}
        />
        <div class="host-pair for-moved">
          <TextField
            type="date"
            name="newDate"
            label={t('dates.newDate')}
            hint={t('dates.newDateHint')}
            value={typedText(form, 'newDate')}
            mistake={mistake('newDate')}
            optional
          />
          <TextField
            type="time"
            name="newTime"
            label={t('dates.newTime')}
            hint={t('dates.newTimeHint', { zone: zoneName(t.locale, schedule.zone) })}
            value={typedText(form, 'newTime')}
            mistake={mistake('newTime')}
            optional
          />
        </div>
        <div class="for-note">
          <TextArea
            name="note"
            label={t('dates.note')}
            hint={t('dates.noteHint')}
            value={typedText(form, 'note')}
            mistake={mistake('note')}
            maxlength={1000}
            rows={3}
            optional
          />
        </div>
        <p class="soft small">{t('dates.told')}</p>
        <div class="buttons">
          <Button>{t('dates.keep')}</Button>
          <LinkButton kind="quiet" href={path}>
            {t('dates.back')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}

/** What another host said about the date while this one was writing. */
function Clash({ change }: { change: DateChange | undefined }) {
  const t = useT()
  const kind = change ? t(`dates.kind.${change.kind}`) : t('dates.kind.back')
  return (
    <Notice kind="warn" title={t('clash.title')} role="alert">
      <p>{t('clash.date', { kind })}</p>
      {change?.newDate && <p>{dateWords(t.locale, change.newDate)}</p>}
      {change?.note && <p dir="auto">{change.note}</p>}
      <p>{t('clash.dateAgain')}</p>
    </Notice>
  )
}
