import { asWritten, Layout, LinkButton } from '../design/index.ts'
import { useT } from './messages.ts'

/** Shown where there is no line, and to whoever wants to know what lies on the device. */
export function OfflinePage() {
  const t = useT()
  return (
    <Layout title={t('title')} zone="none" islands={['offline/kept']} keeps>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <div class="buttons">
        <LinkButton href="/now" kind="primary">
          {t('now')}
        </LinkButton>
        <LinkButton href="/journal">{t('journal')}</LinkButton>
        <LinkButton href="/toolkit">{t('toolkit')}</LinkButton>
        <LinkButton href="/guide">{t('guide')}</LinkButton>
        <LinkButton href="/help">{t('help')}</LinkButton>
      </div>
      <section class="card">
        <h2>{t('here')}</h2>
        <noscript>
          <p>{t('script')}</p>
        </noscript>
        <p data-nothing hidden>
          {t('nothing')}
        </p>
        <p data-pages hidden>
          {t('pages')} <strong data-count {...asWritten} />
        </p>
        <p data-journal hidden>
          {t('journalHere')} <a href="/journal/devices">{t('journalForget')}</a>
        </p>
        <p data-remove-part hidden>
          <button type="button" class="button plain" data-remove>
            {t('remove')}
          </button>
        </p>
        <p data-keep-part hidden>
          <button type="button" class="button plain" data-keep>
            {t('keep')}
          </button>
        </p>
        <p class="soft">{t('never')}</p>
      </section>
    </Layout>
  )
}
