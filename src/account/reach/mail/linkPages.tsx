import { Button, Form, Layout, LinkButton } from '../../../design/index.ts'
import { useT } from '../messages.ts'

export function ConfirmPage({ token }: { token: string }) {
  const t = useT()
  return (
    <Layout title={t('mail.confirm.title')} zone="own" unlisted>
      <h1>{t('mail.confirm.title')}</h1>
      <p class="lead">{t('mail.confirm.lead')}</p>
      <Form action={`/mail/confirm/${token}`}>
        <div class="buttons">
          <Button>{t('mail.confirm.submit')}</Button>
        </div>
      </Form>
      <p class="soft">{t('mail.confirm.not')}</p>
    </Layout>
  )
}

export function ConfirmedPage() {
  const t = useT()
  return (
    <Layout title={t('mail.confirmed.title')} zone="own" unlisted>
      <h1>{t('mail.confirmed.title')}</h1>
      <p class="lead">{t('mail.confirmed.lead')}</p>
      <div class="buttons">
        <LinkButton href="/account/reach">{t('link')}</LinkButton>
      </div>
    </Layout>
  )
}

export function StopPage({ token }: { token: string }) {
  const t = useT()
  return (
    <Layout title={t('mail.stop.title')} zone="own" unlisted>
      <h1>{t('mail.stop.title')}</h1>
      <p class="lead">{t('mail.stop.lead')}</p>
      <Form action={`/mail/stop/${token}`}>
        <div class="buttons">
          <Button>{t('mail.stop.submit')}</Button>
        </div>
      </Form>
    </Layout>
  )
}

export function StoppedPage() {
  const t = useT()
  return (
    <Layout title={t('mail.stopped.title')} zone="own" unlisted>
      <h1>{t('mail.stopped.title')}</h1>
      <p class="lead">{t('mail.stopped.lead')}</p>
      <div class="buttons">
        <LinkButton href="/">{t('mail.stopped.home')}</LinkButton>
      </div>
    </Layout>
  )
}
