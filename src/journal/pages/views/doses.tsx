import { Button, Choices, LinkButton, Notice, TextArea, TextField } from '../../../design/index.ts'
import { products } from '../../entries/entries.ts'
import { useT } from '../messages.ts'
import { counted } from './counted.ts'
import { Units } from './fields.tsx'
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

function Kept({ words, helps }: { words: string; helps?: boolean }) {
  const t = useT()
  return (
    <After name="kept" title={t('kept.title')}>
      <p>{words}</p>
      <div class="buttons">
        {helps && (
          <LinkButton href="/now" kind="primary">
            {t('kept.now')}
          </LinkButton>
        )}
        <LinkButton href="/journal" kind={helps ? 'plain' : 'primary'}>
          {t('kept.back')}
        </LinkButton>
      </div>
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
      <Kept words={t('lapse.kept')} helps />
    </BookPage>
  )
}

export function TaperPage() {
  const t = useT()
  return (
    <BookPage
      title={t('taper.title')}
      island="journal/taper"
      sentences={counted('times', (doses) => t('taper.times', { doses }))}
    >
      <p class="lead">{t('taper.lead')}</p>
      <Notice>
        <p>{t('taper.care')}</p>
      </Notice>
      <ol class="rows acting" data-steps />
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
          <div>
            <strong data-gap="amount" />{' '}
            <span class="tag" data-gap="now" hidden>
              {t('taper.now')}
            </span>
            <p class="soft" data-gap="when" />
            <button type="button" class="button plain" data-gap="begin" hidden>
              {t('taper.begin')}
            </button>
          </div>
          <button type="button" class="button quiet" data-gap="remove">
            {t('remove')}
          </button>
        </li>
      </Line>
      <Units />
      <template data-say="aDay">{t('taper.aDay', { amount: '{amount}' })}</template>
      <template data-say="since">{t('taper.since', { from: '{from}' })}</template>
      <template data-say="steady">{t('taper.steady')}</template>
      <template data-say="amount">{t('dose.amountWrong')}</template>
      <template data-say="from">{t('taper.fromWrong')}</template>
    </BookPage>
  )
}
