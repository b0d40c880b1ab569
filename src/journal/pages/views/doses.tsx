import { Button, Choices, LinkButton, Notice, TextArea, TextField } from '../../../design/index.ts'
import { products } from '../../entries/entries.ts'
import { useT } from '../messages.ts'
import { After, BookPage, Line } from './frame.tsx'

function Tolerance() {
  const t = useT()
  return (
    <After name="tolerance" title={t('tolerance.title')}>
      <Notice kind="warn">
        <p>{t('tolerance.words')}</p>
        <LinkButton href="/guide/a-lapse">{t('tolerance.more')}</LinkButton>
      </Notice>
    </After>
  )
}

function Kept({ words }: { words: string }) {
  const t = useT()
  return (
    <After name="kept" title={t('kept.title')}>
      <p>{words}</p>
      <LinkButton href="/journal" kind="primary">
        {t('kept.back')}
      </LinkButton>
    </After>
  )
}

export function DosePage() {
  const t = useT()
  return (
    <BookPage title={t('dose.title')} island="journal/dose">
      <form data-dose>
        <p class="soft">{t('dose.lead')}</p>
        <Choices
          type="radio"
          name="product"
          label={t('first.product')}
          row
          options={products.map((value) => ({ value, label: t(`product.${value}`) }))}
        />
        <TextField
          name="amount"
          inputmode="decimal"
          maxlength={8}
          label={t('dose.amount')}
          hint={t('dose.amountHint')}
          optional
          short
        />
        <TextField name="when" type="time" label={t('dose.when')} optional short />
        <TextArea name="note" label={t('dose.note')} rows={2} maxlength={4000} optional />
        <Button>{t('dose.keep')}</Button>
      </form>
      <Tolerance />
      <After name="over" title={t('dose.over.title')}>
        <p>{t('dose.over')}</p>
      </After>
      <Kept words={t('kept.words')} />
      <template data-say="amount">{t('dose.amountWrong')}</template>
    </BookPage>
  )
}

export function LapsePage() {
  const t = useT()
  return (
    <BookPage title={t('lapse.title')} island="journal/lapse">
      <form data-lapse>
        <p class="lead">{t('lapse.lead')}</p>
        <TextField name="on" type="date" label={t('lapse.on')} short />
        <TextArea
          name="learnt"
          label={t('lapse.learnt')}
          hint={t('lapse.learntHint')}
          rows={4}
          maxlength={4000}
          optional
        />
        <div class="buttons">
          <Button>{t('lapse.keep')}</Button>
          <LinkButton href="/guide/a-lapse">{t('lapse.next')}</LinkButton>
        </div>
      </form>
      <Tolerance />
      <Kept words={t('lapse.kept')} />
    </BookPage>
  )
}

export function TaperPage() {
  const t = useT()
  return (
    <BookPage title={t('taper.title')} island="journal/taper">
      <p class="lead">{t('taper.lead')}</p>
      <Notice>
        <p>{t('taper.care')}</p>
      </Notice>
      <ol class="rows" data-steps />
      <p class="soft" data-no-steps hidden>
        {t('taper.none')}
      </p>
      <form class="card" data-step-form>
        <h2>{t('taper.add')}</h2>
        <Choices
          type="radio"
          name="when"
          label={t('taper.when')}
          row
          value="date"
          options={[
            { value: 'date', label: t('taper.when.date') },
            { value: 'steady', label: t('taper.when.steady') },
          ]}
        />
        <TextField name="from" type="date" label={t('taper.from')} short />
        <TextField
          name="amountADay"
          inputmode="decimal"
          maxlength={8}
          label={t('taper.amount')}
          hint={t('dose.amountHint')}
          short
        />
        <TextField name="dosesADay" type="number" min={0} max={48} label={t('taper.doses')} optional short />
        <Button>{t('taper.save')}</Button>
      </form>
      <Line name="step">
        <li>
          <span data-gap="words" />
          <button type="button" class="button quiet" data-gap="remove">
            {t('remove')}
          </button>
        </li>
      </Line>
      <template data-say="dated">
        {t('taper.dated', { from: '{from}', amount: '{amount}', doses: '{doses}' })}
      </template>
      <template data-say="steady">{t('taper.steady', { amount: '{amount}', doses: '{doses}' })}</template>
      <template data-say="amount">{t('dose.amountWrong')}</template>
      <template data-say="from">{t('taper.fromWrong')}</template>
    </BookPage>
  )
}
