import { Card } from '../../../design/index.ts'
import { typedText } from '../../../platform/forms.ts'
import { useT } from '../messages.ts'
import { Line, Lines, type Part } from './fields.tsx'

export function Where({ form }: Part) {
  const t = useT()
  return (
    <Card title={t('host.where')}>
      <p class="soft">{t('host.whereHint')}</p>
      <Line {...{ form }} type="url" name="onlineUrl" label={t('host.onlineUrl')} maxlength={500} optional />
      <Line {...{ form }} type="tel" name="phone" label={t('host.phone')} maxlength={60} optional />
      <Line
        {...{ form }}
        name="placeName"
        label={t('host.placeName')}
        hint={t('host.placeNameHint')}
        maxlength={120}
        optional
      />
      <Line {...{ form }} name="address" label={t('host.address')} maxlength={200} optional />
      <Line
        {...{ form }}
        name="town"
        label={t('host.town')}
        hint={t('host.townHint')}
        maxlength={100}
        optional
      />
      <HowToGetIn {...{ form }} />
    </Card>
  )
}

const fields = ['onlineNotes', 'phoneNotes', 'placeNotes'] as const

/** Passwords, codes and back doors: few meetings need them. */
function HowToGetIn({ form }: Part) {
  const t = useT()
  const isUsed = fields.some((name) => typedText(form, name) || form.mistakes[name])
  return (
    <details class="more" open={isUsed}>
      <summary>{t('host.getIn')}</summary>
      {fields.map((name) => (
        <Lines key={name} {...{ form, name }} label={t(`host.${name}`)} maxlength={500} rows={2} optional />
      ))}
    </details>
  )
}
