import { Button, Choices, Form, Layout, LinkButton } from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { type Slow, SlowHere, slowHours, slowMinutes } from '../measures/index.ts'
import { useT } from '../messages.ts'

interface SlowPageProps {
  name: string
  query: string
  back: string
  topicId: string | null
  slow: Slow | undefined
  form: MistakenForm
  zone: string
}

export function SlowPage({ name, query, back, topicId, slow, form, zone }: SlowPageProps) {
  const t = useT()
  const mistake = (field: string) => (form.mistakes[field] ? t.any(form.mistakes[field]) : undefined)
  return (
    <Layout title={t('slow.title')} zone="keepers" sheets={['moderation/keeping']}>
      <h1>
        <span class="above-title">{t('slow.title')}</span> <span dir="auto">{name}</span>
      </h1>
      <p class="lead">{t(topicId ? 'slow.leadTopic' : 'slow.leadSpace')}</p>
      <p>{t('slow.fair')}</p>
      {slow && (
        <>
          <SlowHere slow={slow} zone={zone} />
          <Form action={`/moderation/slow/end?${query}`}>
            <Button kind="plain">{t('slow.end')}</Button>
          </Form>
        </>
      )}
      <Form action={`/moderation/slow?${query}`}>
        <Choices
          type="radio"
          name="minutes"
          label={t('slow.minutes')}
          value={typedText(form, 'minutes')}
          mistake={mistake('minutes')}
          options={slowMinutes.map((minutes) => ({
            value: String(minutes),
            label: t('slow.everyMinutes', { minutes }),
          }))}
          row
        />
        <Choices
          type="radio"
          name="hours"
          label={t('slow.hours')}
          value={typedText(form, 'hours')}
          mistake={mistake('hours')}
          options={slowHours.map((hours) => ({ value: String(hours), label: t('slow.forHours', { hours }) }))}
          row
        />
        <div class="buttons">
          <Button>{t(slow ? 'slow.change' : 'slow.set')}</Button>
          <LinkButton kind="quiet" href={back}>
            {t('slow.back')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}
