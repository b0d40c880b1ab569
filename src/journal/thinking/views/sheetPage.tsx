import { Button, Choices, LinkButton, TextArea } from '../../../design/index.ts'
import { TenField } from '../../pages/views/fields.tsx'
import { After, BookPage, Line } from '../../pages/views/frame.tsx'
import { useT } from '../messages.ts'
import { type Answer, fieldsOfSheet, howMuch, mostLetters, type SheetName } from '../sheets.ts'
import { FilledSheet } from './filledSheet.tsx'

/** One sheet to fill in, and those that were filled in before. What is written is sealed like every entry. */
export function SheetPage({ name }: { name: SheetName }) {
  const t = useT()
  return (
    <BookPage
      title={t.any(`title.${name}`)}
      island="journal/sheet"
      sheets={['journal/sheet']}
      paper={{ href: `/journal/paper/${name}`, label: t('onPaper') }}
      sentences={{ blank: t('blank'), change: t('change', { when: '{when}' }), sure: t('sure') }}
    >
      <FilledSheet name={name} />
      <div data-sheet-work>
        <p class="lead">{t.any(`lead.${name}`)}</p>
        <p class="soft">
          {t('leaveOut')} {t.any(`care.${name}`)} <a href="/help">{t('numbers')}</a>
        </p>
        <form class={`sheet ${name}`} data-sheet={name}>
          <p class="sheet-opened" data-opened hidden />
          {fieldsOfSheet(name).map(([field, answer]) => (
            <Question key={field} {...{ name, field, answer }} />
          ))}
          <div class="buttons">
            <Button>{t('keep')}</Button>
            <button type="button" class="button quiet" data-new hidden>
              {t('new')}
            </button>
          </div>
        </form>
        <After name="kept" title={t('kept')}>
          <p>{t.any(`kept.${name}`)}</p>
          <div class="buttons">
            <LinkButton href="/journal" kind="primary">
              {t('journal')}
            </LinkButton>
            <button type="button" class="button plain" data-kept-paper>
              {t('print.show')}
            </button>
            <LinkButton href="/journal/sheets">{t('others')}</LinkButton>
          </div>
        </After>
        <section class="sheets-before" data-before hidden>
          <h2>{t('before')}</h2>
          <ul class="rows" data-sheets />
        </section>
        <div class="buttons no-print">
          <LinkButton kind="quiet" href={`/journal/paper/${name}`}>
            {t('onPaper')}
          </LinkButton>
          <LinkButton kind="quiet" href={`/toolkit/${name}`}>
            {t('about')}
          </LinkButton>
          <LinkButton kind="quiet" href="/journal/sheets">
            {t('others')}
          </LinkButton>
        </div>
      </div>
      <Line name="sheet">
        <li>
          <time class="soft" data-gap="when" />
          <p data-gap="words" dir="auto" />
          <div class="buttons">
            <button type="button" class="button plain" data-gap="open">
              {t('open')}
            </button>
            <button type="button" class="button quiet" data-gap="paper">
              {t('print.show')}
            </button>
            <button type="button" class="button quiet" data-gap="remove">
              {t('remove')}
            </button>
          </div>
        </li>
      </Line>
    </BookPage>
  )
}

function Question({ name, field, answer }: { name: SheetName; field: string; answer: Answer }) {
  const t = useT()
  const label = t.any(`ask.${name}.${field}`)
  if (answer === 'ten') return <TenField name={field} label={label} low={t('ten.low')} high={t('ten.high')} />
  if (answer === 'howMuch')
    return (
      <Choices
        type="radio"
        name={field}
        label={label}
        row
        options={howMuch.map((value) => ({ value, label: t(`howMuch.${value}`) }))}
      />
    )
  return <TextArea name={field} label={label} rows={3} maxlength={mostLetters} />
}
