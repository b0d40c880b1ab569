import { asWritten, Card, Layout, LinkButton } from '../../design/index.ts'
import { useT } from '../messages.ts'

interface CodePageProps {
  code: string
  /** Where to go on to. */
  next: string
  /** Set for somebody who has just joined. */
  welcome?: string | undefined
}

/** The one time that a recovery code is shown. */
export function CodePage({ code, next, welcome }: CodePageProps) {
  const t = useT()
  return (
    <Layout title={t('code.title')} zone="own" unlisted>
      {welcome !== undefined && (
        <p class="lead">
          {t('code.welcome')} <bdi {...asWritten}>{welcome}</bdi>
        </p>
      )}
      <h1>{t('code.title')}</h1>
      <p class="lead">{t('code.why')}</p>
      <Card class="code-card" title={t('code.label')}>
        <p class="recovery-code" {...asWritten}>
          {code}
        </p>
        <p>{t('code.once')}</p>
        {welcome === undefined && <p class="soft">{t('code.lost_before')}</p>}
      </Card>
      <div class="buttons no-print">
        <LinkButton kind="primary" href={next}>
          {t('code.continue')}
        </LinkButton>
      </div>
    </Layout>
  )
}
