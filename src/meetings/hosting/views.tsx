import {
  Button,
  Card,
  Choices,
  Form,
  Layout,
  MistakeSummary,
  Select,
  TextArea,
  TextField,
  zoneName,
} from '../../design/index.ts'
import type { Group } from '../../groups/index.ts'
import { type Form as FormState, typedList, typedText } from '../../platform/forms.ts'
import { zonesToOffer } from '../finder/zones.ts'
import type { Meeting } from '../meeting.ts'
import { useT as useMeetingWords } from '../messages.ts'
import { dayName, weekName } from '../words.ts'
import { type HostedMeeting, repeats, weeksOfMonth } from './form.ts'
import { useT } from './messages.ts'

interface PageProps {
  group: Group
  meeting?: Meeting
  form: FormState<HostedMeeting>
}

/** In the order of the page. */
const fields = [
  'name',
  'repeat',
  'days',
  'week',
  'weekday',
  'from',
  'time',
  'minutes',
  'zone',
  'onlineUrl',
  'phone',
]

export function MeetingFormPage({ group, meeting, form }: PageProps) {
  const t = useT()
  const path = `/groups/${group.slug}/meetings/${meeting?.id ?? 'new'}`
  const title = t(meeting ? 'host.change' : 'host.add')
  const mistakes = Object.entries(form.mistakes)
    .map(([field, key]) => ({ field, sentence: t.any(key) }))
    .sort((one, other) => fields.indexOf(one.field) - fields.indexOf(other.field))
  return (
    <Layout title={title} zone="open" sheets={['meetings/hosting']}>
      <h1>{title}</h1>
      <p class="lead">
        <a href={`/groups/${group.slug}`} dir="auto">
          {group.name}
        </a>
      </p>
      <MistakeSummary mistakes={mistakes} />
      <Form action={path} class="host-form">
        <TextFieldOf
          {...{ form }}
          name="name"
          label={t('host.name')}
          hint={t('host.nameHint')}
          maxlength={120}
        />
        <When {...{ form }} />
        <Where {...{ form }} />
        <NotesField {...{ form }} />
        <p class="buttons">
          <Button>{t(meeting ? 'host.save' : 'host.create')}</Button>
        </p>
      </Form>
      {meeting && meeting.status !== 'ended' && (
        <Card title={t('host.end')}>
          <p>{t('host.endHint')}</p>
          <Form action={`${path}/end`}>
            <Button kind="danger">{t('host.end')}</Button>
          </Form>
        </Card>
      )}
    </Layout>
  )
}

interface Part {
  form: FormState<HostedMeeting>
}

type FieldProps = Part & Omit<Parameters<typeof TextField>[0], 'value' | 'mistake'>

function TextFieldOf({ form, ...field }: FieldProps) {
  const t = useT()
  const mistake = form.mistakes[field.name]
  return <TextField {...field} value={typedText(form, field.name)} mistake={mistake && t.any(mistake)} />
}

function NotesField({ form }: Part) {
  const t = useT()
  const mistake = form.mistakes.notes
  return (
    <TextArea
      name="notes"
      label={t('host.notes')}
      hint={t('host.notesHint')}
      value={typedText(form, 'notes')}
      mistake={mistake && t.any(mistake)}
      rows={5}
      optional
    />
  )
}

function When({ form }: Part) {
  const t = useT()
  const words = useMeetingWords()
  const say = (field: string) => {
    const key = form.mistakes[field]
    return key && t.any(key)
  }
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: dayName(t.locale, day),
    asWritten: true,
  }))
  return (
    <Card title={t('host.when')}>
      <Choices
        type="radio"
        name="repeat"
        label={t('host.repeat')}
        value={typedText(form, 'repeat')}
        options={repeats.map((repeat) => ({ value: repeat, label: t(`host.repeat.${repeat}`) }))}
        mistake={say('repeat')}
      />
      <div class="for-weeks">
        <Choices
          type="checkbox"
          name="days"
          label={t('host.days')}
          hint={t('host.daysHint')}
          value={typedList(form, 'days')}
          options={days}
          mistake={say('days')}
          row
        />
      </div>
      <div class="host-pair for-month">
        <Select
          name="week"
          label={t('host.week')}
          hint={t('host.weekHint')}
          value={typedText(form, 'week')}
          options={weeksOfMonth.map((week) => ({ value: week, label: weekName(words, Number(week)) }))}
          mistake={say('week')}
        />
        <Select
          name="weekday"
          label={t('host.weekday')}
          hint={t('host.weekHint')}
          value={typedText(form, 'weekday')}
          options={days}
          mistake={say('weekday')}
        />
      </div>
      <div class="for-date">
        <TextFieldOf
          {...{ form }}
          type="date"
          name="from"
          label={t('host.from')}
          hint={t('host.fromHint')}
          short
        />
      </div>
      <div class="host-pair">
        <TextFieldOf {...{ form }} type="time" name="time" label={t('host.time')} />
        <TextFieldOf
          {...{ form }}
          name="minutes"
          label={t('host.minutes')}
          inputmode="numeric"
          maxlength={4}
        />
      </div>
      <Select
        name="zone"
        label={t('host.zone')}
        hint={t('host.zoneHint')}
        value={typedText(form, 'zone')}
        options={zonesToOffer(typedText(form, 'zone') || 'UTC').map((zone) => ({
          value: zone,
          label: zoneName(t.locale, zone),
          asWritten: true,
        }))}
        mistake={say('zone')}
      />
    </Card>
  )
}

function Where({ form }: Part) {
  const t = useT()
  return (
    <Card title={t('host.where')}>
      <p class="soft">{t('host.whereHint')}</p>
      <TextFieldOf
        {...{ form }}
        type="url"
        name="onlineUrl"
        label={t('host.onlineUrl')}
        maxlength={500}
        optional
      />
      <TextFieldOf {...{ form }} type="tel" name="phone" label={t('host.phone')} maxlength={60} optional />
      <TextFieldOf
        {...{ form }}
        name="placeName"
        label={t('host.placeName')}
        hint={t('host.placeNameHint')}
        maxlength={120}
        optional
      />
      <TextFieldOf {...{ form }} name="address" label={t('host.address')} maxlength={200} optional />
      <TextFieldOf
        {...{ form }}
        name="town"
        label={t('host.town')}
        hint={t('host.townHint')}
        maxlength={100}
        optional
      />
    </Card>
  )
}
