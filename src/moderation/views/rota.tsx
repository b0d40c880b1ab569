import { Button, Empty, Form, Layout, TextField, Time } from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import type { Duty } from '../duties.store.ts'
import { useT } from '../messages.ts'
import { DutyLine } from './duty.tsx'

interface RotaProps {
  duties: Duty[]
  /** The moderator who looks; undefined for everybody else. */
  keeperId: string | undefined
  form: MistakenForm
  now: Temporal.Instant
  zone: string
}

const from = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
const to = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const

export function RotaPage({ duties, keeperId, form, now, zone }: RotaProps) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  return (
    <Layout title={t('rota.title')} zone={keeperId ? 'open' : 'none'} sheets={['moderation/keeping']}>
      <h1>{t('rota.title')}</h1>
      <DutyLine duties={duties} now={now} zone={zone} isKeepers={keeperId !== undefined} />
      <p>{t('rota.lead')}</p>
      {duties.length === 0 ? (
        <Empty>
          <p>{t('rota.empty')}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {duties.map((duty) => (
            <li key={duty.id}>
              <Time at={duty.startsAt} zone={zone} locale={t.locale} format={from} /> –{' '}
              <Time at={duty.endsAt} zone={zone} locale={t.locale} format={to} />
              {duty.moderatorId === keeperId && (
                <Form action={`/moderation/rota/${duty.id}/remove`}>
                  <Button kind="quiet">{t('rota.remove')}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {keeperId && (
        <Form action="/moderation/rota" id="add">
          <h2>{t('rota.add')}</h2>
          <p>{t('rota.urgent')}</p>
          <TextField
            name="date"
            type="date"
            label={t('rota.date')}
            value={typedText(form, 'date')}
            mistake={mistake('date')}
            short
          />
          <TextField
            name="time"
            type="time"
            label={t('rota.time')}
            value={typedText(form, 'time')}
            mistake={mistake('time')}
            short
          />
          <TextField
            name="hours"
            type="number"
            min={1}
            max={12}
            label={t('rota.hours')}
            value={typedText(form, 'hours') || '4'}
            mistake={mistake('hours')}
            short
          />
          <Button>{t('rota.save')}</Button>
        </Form>
      )}
    </Layout>
  )
}
