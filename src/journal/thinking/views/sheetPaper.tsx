import { Layout, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { type Answer, fieldsOfSheet, howMuch, type SheetName } from '../sheets.ts'

const lines = [1, 2, 3, 4] as const
const tens = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The same sheet for a pen: one page, no script, no account, no trace. */
export function SheetPaper({ name }: { name: SheetName }) {
  const t = useT()
  return (
    <Layout
      title={t.any(`title.${name}`)}
      zone="none"
      keeps
      sheets={['journal/book', 'journal/sheet']}
      wide
      unlisted
    >
      <h1>{t.any(`title.${name}`)}</h1>
      <p class="no-print">{t('paper.lead')}</p>
      <p class="soft">
        {t.any(`lead.${name}`)} {t.any(`care.${name}`)}
      </p>
      <div class={`sheet ${name} by-hand`}>
        {fieldsOfSheet(name).map(([field, answer]) => (
          <section key={field} class="field">
            <h2>{t.any(`ask.${name}.${field}`)}</h2>
            <Room answer={answer} />
          </section>
        ))}
      </div>
      <div class="buttons no-print">
        <LinkButton href={`/journal/sheets/${name}`}>{t('inJournal')}</LinkButton>
        <LinkButton href={`/toolkit/${name}`}>{t('about')}</LinkButton>
        <LinkButton href="/journal/sheets">{t('others')}</LinkButton>
      </div>
    </Layout>
  )
}

/** Where the pen goes. */
function Room({ answer }: { answer: Answer }) {
  const t = useT()
  if (answer === 'text')
    return (
      <>
        {lines.map((line) => (
          <p key={line} class="paper-line" />
        ))}
      </>
    )
  const choices =
    answer === 'ten'
      ? tens.map((value) => ({ key: String(value), label: String(value) }))
      : howMuch.map((value) => ({ key: value, label: t(`howMuch.${value}`) }))
  return (
    <ul class={`paper-choices ${answer}`}>
      {choices.map(({ key, label }) => (
        <li key={key} {...(answer === 'ten' ? { translate: false } : {})}>
          {label}
        </li>
      ))}
    </ul>
  )
}
