import { Button, LinkButton, TextField } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { BookPage, Line } from './frame.tsx'

const parts = ['reasons', 'signs', 'people', 'places'] as const

/** One’s own plan, at hand on the worst night. The headings are ours; every line is the person’s. */
export function PlanPage() {
  const t = useT()
  return (
    <BookPage title={t('plan.title')} island="journal/plan">
      <p class="lead">{t('plan.lead')}</p>
      {parts.map((part) => (
        <section key={part} class="card">
          <h2>{t(`plan.${part}`)}</h2>
          <p class="soft">{t(`plan.${part}.hint`)}</p>
          <ul class="rows acting" data-lines={part} />
          <form data-add={part}>
            <TextField name="text" id={`add-${part}`} label={t('plan.line')} maxlength={300} />
            <Button kind="plain">{t('plan.add')}</Button>
          </form>
        </section>
      ))}
      <section class="card">
        <h2>{t('plan.ifThen')}</h2>
        <p class="soft">{t('plan.ifThen.hint')}</p>
        <ul class="rows acting" data-lines="ifThen" />
        <form data-add="ifThen">
          <TextField name="when" label={t('plan.if')} maxlength={300} />
          <TextField name="then" label={t('plan.then')} maxlength={300} />
          <Button kind="plain">{t('plan.add')}</Button>
        </form>
      </section>
      <div class="buttons">
        <LinkButton href="/help">{t('flag.numbers')}</LinkButton>
        <LinkButton href="/now">{t('kept.now')}</LinkButton>
        <LinkButton href="/journal">{t('kept.back')}</LinkButton>
      </div>
      <Line name="line">
        <li>
          <span data-gap="words" dir="auto" />
          <button type="button" class="button quiet" data-gap="remove">
            {t('remove')}
          </button>
        </li>
      </Line>
      <template data-say="ifThen">{t('plan.sentence', { when: '{when}', answer: '{answer}' })}</template>
    </BookPage>
  )
}
