import { useT } from '../messages.ts'
import { type Answer, fieldsOfSheet, howMuch, type SheetName } from '../sheets.ts'

/** A filled-in sheet as one page for the printer. The script puts the answers in and leaves out what was left out. */
export function FilledSheet({ name }: { name: SheetName }) {
  const t = useT()
  return (
    <article class="filled" data-filled hidden>
      <p class="soft">
        <time data-filled-when />
      </p>
      {fieldsOfSheet(name).map(([field, answer]) => (
        <section key={field} data-answer={field}>
          <h2>{t.any(`ask.${name}.${field}`)}</h2>
          <Room answer={answer} />
        </section>
      ))}
      <p class="no-print soft">{t('print.care')}</p>
      <div class="buttons no-print">
        <button type="button" class="button primary" data-print>
          {t('print')}
        </button>
        <button type="button" class="button plain" data-back>
          {t('print.back')}
        </button>
      </div>
    </article>
  )
}

function Room({ answer }: { answer: Answer }) {
  const t = useT()
  if (answer === 'text') return <p class="filled-text" dir="auto" />
  if (answer === 'ten') return <p>{t('print.ten', { number: '{number}' })}</p>
  return howMuch.map((value) => (
    <p key={value} data-choice={value}>
      {t(`howMuch.${value}`)}
    </p>
  ))
}
