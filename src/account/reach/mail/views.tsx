import {
  asWritten,
  Button,
  Card,
  Choices,
  Form,
  MistakeSummary,
  Notice,
  Select,
  TextField,
  zoneName,
} from '../../../design/index.ts'
import { type MistakenForm, typedText } from '../../../platform/forms.ts'
import { useT } from '../messages.ts'
import { confirmHours, type Kinds } from '../rules.ts'

export interface MailCardProps {
  /** False where the operator has set up no way out. */
  hasMail: boolean
  /** As much of it as its owner needs to know it again; undefined without one. */
  address: { masked: string; isConfirmed: boolean } | undefined
  form: MistakenForm
  kinds: Kinds[]
  zone: string
}

export function MailCard({ hasMail, address, form, kinds, zone }: MailCardProps) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({
    field: `mail-${field}`,
    sentence: t.any(key),
  }))
  return (
    <Card title={t('mail')} id="mail">
      <MistakeSummary mistakes={mistakes} />
      <p>{t('mail.lead')}</p>
      {!hasMail && !address && <p class="soft">{t('mail.none')}</p>}
      {hasMail && !address && <p>{t('mail.who')}</p>}
      {address && (
        <>
          <p>
            {t('mail.address_now')}{' '}
            <strong>
              <bdi {...asWritten}>{address.masked}</bdi>
            </strong>
          </p>
          {!address.isConfirmed && (
            <Notice kind="warn">
              <p>{t('mail.waits', { hours: confirmHours })}</p>
            </Notice>
          )}
        </>
      )}
      {hasMail && (
        <Form action={address ? '/account/reach/mail/choices' : '/account/reach/mail'}>
          {!address && (
            <TextField
              name="address"
              id="mail-address"
              label={t('mail.address')}
              hint={t('mail.address_hint')}
              value={typedText(form, 'address')}
              mistake={form.mistakes.address && t.any(form.mistakes.address)}
              autocomplete="email"
              maxlength={254}
            />
          )}
          <HowOften form={form} kinds={kinds} zone={zone} />
          <div class="buttons">
            <Button>{address ? t('mail.save') : t('mail.add')}</Button>
          </div>
        </Form>
      )}
      {address && (
        <Form action="/account/reach/mail/remove">
          <div class="buttons">
            <Button kind="quiet">{t('mail.remove')}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

function HowOften({ form, kinds, zone }: Pick<MailCardProps, 'form' | 'kinds' | 'zone'>) {
  const t = useT()
  return (
    <>
      <Choices
        type="radio"
        name="pace"
        id="mail-pace"
        label={t('mail.pace')}
        value={typedText(form, 'pace') || 'daily'}
        options={(['daily', 'once'] as const).map((value) => ({
          value,
          label: t(`mail.pace.${value}`),
          hint: t(`mail.pace.${value}_hint`),
        }))}
      />
      <Select
        name="hour"
        id="mail-hour"
        label={t('mail.hour')}
        hint={t('mail.hour_hint', { zone: zoneName(t.locale, zone) })}
        value={typedText(form, 'hour') || '18'}
        options={hours.map((hour) => ({
          value: String(hour),
          label: new Temporal.PlainTime(hour).toLocaleString(t.locale, { timeStyle: 'short' }),
          asWritten: true,
        }))}
        short
      />
      <Select
        name="kinds"
        id="mail-kinds"
        label={t('kinds')}
        value={typedText(form, 'kinds') || 'all'}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    </>
  )
}
