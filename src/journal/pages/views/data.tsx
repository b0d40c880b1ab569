import { Button, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import { BookPage } from './frame.tsx'

/** Taking the journal along, and bringing another one in. */
export function DataPage() {
  const t = useT()
  return (
    <BookPage
      title={t('data.title')}
      island="journal/data"
      sentences={{
        unknown: t('data.unknown'),
        large: t('data.large'),
        own: t('data.own', { count: '{count}' }),
        tracker: t('data.tracker', { count: '{count}', from: '{from}', skipped: '{skipped}' }),
        brought: t('data.brought', { count: '{count}' }),
      }}
    >
      <section class="card">
        <h2>{t('data.out')}</h2>
        <p>{t('data.out.words')}</p>
        <div class="buttons">
          <button type="button" class="button primary" data-json>
            {t('data.json')}
          </button>
          <button type="button" class="button plain" data-csv>
            {t('data.csv')}
          </button>
        </div>
      </section>
      <section class="card">
        <h2>{t('data.in')}</h2>
        <p>{t('data.in.words')}</p>
        <form data-file>
          <div class="field">
            <label for="file">{t('data.file')}</label>
            <input type="file" id="file" name="file" accept=".json,.csv,application/json,text/csv" />
          </div>
          <Button kind="plain">{t('data.look')}</Button>
        </form>
        <div data-preview hidden>
          <p data-preview-words role="status" />
          <ul class="rows" data-preview-lines />
          <button type="button" class="button primary" data-bring>
            {t('data.bring')}
          </button>
        </div>
      </section>
      <LinkButton href="/journal">{t('kept.back')}</LinkButton>
    </BookPage>
  )
}
