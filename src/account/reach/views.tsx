import { Card, Layout, LinkButton, Notice } from '../../design/index.ts'
import { MailCard, type MailCardProps } from './mail/views.tsx'
import { useT } from './messages.ts'
import { PushCard, type PushCardProps } from './push/views.tsx'

export const doneWords = ['added', 'removed', 'asked', 'saved', 'erased'] as const

interface ReachProps {
  push: PushCardProps
  mail: MailCardProps
  done: (typeof doneWords)[number] | undefined
}

export function ReachPage({ done, push, mail }: ReachProps) {
  const t = useT()
  return (
    <Layout
      title={t('title')}
      zone="own"
      islands={push.pushKey === undefined ? [] : ['account/reach/push']}
      sheets={['account/reach/reach']}
    >
      <h1>{t('title')}</h1>
      {done && (
        <Notice role="status" said>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <Card title={t('here')}>
        <p>
          {t('here.text')} {t('quiet')}
        </p>
        <div class="buttons">
          <LinkButton href="/account/notices">{t('here.open')}</LinkButton>
          <LinkButton href="/account/quiet">{t('here.quiet')}</LinkButton>
        </div>
      </Card>
      <PushCard {...push} />
      <MailCard {...mail} />
    </Layout>
  )
}
