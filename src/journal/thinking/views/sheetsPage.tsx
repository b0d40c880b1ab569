import { Card, Layout, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { sheetNames } from '../sheets.ts'

/** All sheets, each with its two ways: locked in the journal, or with a pen. */
export function SheetsPage() {
  const t = useT()
  return (
    <Layout title={t('sheets')} zone="none" keeps sheets={['journal/sheet']}>
      <h1>{t('sheets')}</h1>
      <p class="lead">{t('sheets.lead')}</p>
      {sheetNames.map((name) => (
        <Card key={name} title={t.any(`title.${name}`)}>
          <p>{t.any(`lead.${name}`)}</p>
          <div class="buttons">
            <LinkButton href={`/journal/sheets/${name}`}>{t('inJournal')}</LinkButton>
            <LinkButton kind="quiet" href={`/journal/paper/${name}`}>
              {t('onPaper')}
            </LinkButton>
          </div>
        </Card>
      ))}
      <p class="soft">{t('sheets.own')}</p>
      <div class="buttons">
        <LinkButton href="/toolkit">{t('toolkit')}</LinkButton>
        <LinkButton href="/journal">{t('journal')}</LinkButton>
      </div>
    </Layout>
  )
}
