import {
  asWritten,
  Button,
  Card,
  Choices,
  Form,
  Layout,
  LinkButton,
  TextField,
  Time,
} from '../design/index.ts'
import { type MistakenForm, typedText } from '../platform/forms.ts'
import type { PastNotice } from '../platform/siteNotice/index.ts'
import { useT } from './messages.ts'

export const noticeHours = [1, 4, 12, 24, 72, 168] as const

interface NoticePageProps {
  past: PastNotice[]
  isOn: boolean
  form: MistakenForm
  zone: string
}

const moment = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

export function NoticePage({ past, isOn, form, zone }: NoticePageProps) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  const time = (at: Temporal.Instant) => <Time at={at} zone={zone} locale={t.locale} format={moment} />
  return (
    <Layout title={t('notice')} zone="own">
      <h1>{t('notice')}</h1>
      <p class="lead">{t('notice.lead')}</p>
      {isOn && (
        <Form action="/operations/notice/end">
          <div class="buttons">
            <Button kind="plain">{t('notice.end')}</Button>
          </div>
        </Form>
      )}
      <Form action="/operations/notice">
        <TextField
          name="words"
          label={t('notice.words')}
          hint={t('notice.hint')}
          value={typedText(form, 'words')}
          mistake={mistake('words')}
          autocomplete="off"
          maxlength={200}
        />
        <Choices
          type="radio"
          name="hours"
          label={t('notice.hours')}
          value={typedText(form, 'hours')}
          mistake={mistake('hours')}
          options={noticeHours.map((hours) => ({
            value: String(hours),
            label: t('notice.forHours', { hours, days: hours / 24 }),
          }))}
          row
        />
        <div class="buttons">
          <Button>{t(isOn ? 'notice.change' : 'notice.set')}</Button>
        </div>
      </Form>
      {past.length > 0 && (
        <Card title={t('notice.past')}>
          <ul class="rows">
            {past.map(({ id, words, setByHandle, setAt, until, endedAt }) => (
              <li key={id}>
                <p dir="auto" data-content>
                  {words}
                </p>
                <p class="soft small">
                  {setByHandle && <strong {...asWritten}>{setByHandle}</strong>} {time(setAt)} –{' '}
                  {time(endedAt ?? until)}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <LinkButton kind="quiet" href="/operations">
        {t('title')}
      </LinkButton>
    </Layout>
  )
}
