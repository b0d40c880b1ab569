import { Card, Choices, Select, zoneName } from '../../../design/index.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { zonesToOffer } from '../../finder/zones.ts'
import { useT as useMeetingWords } from '../../messages.ts'
import { dayName, weekName } from '../../words.ts'
import { repeats, weeksOfMonth } from '../form.ts'
import { useT } from '../messages.ts'
import { Line, type Part, useMistake } from './fields.tsx'

export function When({ form }: Part) {
  const t = useT()
  const mistake = useMistake(form)
  return (
    <Card title={t('host.when')}>
      <Choices
        type="radio"
        name="repeat"
        label={t('host.repeat')}
        value={typedText(form, 'repeat')}
        options={repeats.map((repeat) => ({ value: repeat, label: t(`host.repeat.${repeat}`) }))}
        mistake={mistake('repeat')}
      />
      <WhichDays {...{ form }} />
      <div class="host-pair">
        <Line {...{ form }} type="time" name="time" label={t('host.time')} />
        <Line
          {...{ form }}
          name="minutes"
          label={t('host.minutes')}
          hint={t('host.minutesHint')}
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
        mistake={mistake('zone')}
      />
    </Card>
  )
}

function WhichDays({ form }: Part) {
  const t = useT()
  const words = useMeetingWords()
  const mistake = useMistake(form)
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: dayName(t.locale, day),
    asWritten: true,
  }))
  return (
    <>
      <div class="for-weeks">
        <Choices
          type="checkbox"
          name="days"
          label={t('host.days')}
          hint={t('host.daysHint')}
          value={typedList(form, 'days')}
          options={days}
          mistake={mistake('days')}
          row
        />
      </div>
      <div class="for-month">
        <Choices
          type="checkbox"
          name="week"
          label={t('host.week')}
          hint={t('host.weekHint')}
          value={typedList(form, 'week')}
          options={weeksOfMonth.map((week) => ({ value: week, label: weekName(words, Number(week)) }))}
          mistake={mistake('week')}
          row
        />
        <Select
          name="weekday"
          label={t('host.weekday')}
          value={typedText(form, 'weekday')}
          options={days}
          mistake={mistake('weekday')}
          short
        />
      </div>
      <div class="for-date">
        <Line {...{ form }} type="date" name="from" label={t('host.from')} hint={t('host.fromHint')} short />
      </div>
    </>
  )
}
