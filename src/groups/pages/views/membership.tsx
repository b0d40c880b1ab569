import { Button, Card, Form, Html, Layout, LinkButton } from '../../../design/index.ts'
import type { Group } from '../../index.ts'
import { useT } from '../messages.ts'

/** What a group agrees on, before somebody joins it. */
export function JoinPage({ group, agreements }: { group: Group; agreements: string }) {
  const t = useT()
  const title = t('join.title', { group: group.name })
  return (
    <Layout title={title} zone="open">
      <h1>{title}</h1>
      <p class="lead">{t('join.lead')}</p>
      <Card title={t('group.agreements')}>
        {!group.agreements && <p class="soft">{t('group.agreements.kind')}</p>}
        <Html html={agreements} dir="auto" />
      </Card>
      <p class="soft">{t('join.seen')}</p>
      <Form action={`/groups/${group.slug}/join`}>
        <div class="buttons">
          <Button>{t('join.button')}</Button>
          <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
            {t('join.back')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}

export function LeavePage({ group, refusal }: { group: Group; refusal: string | undefined }) {
  const t = useT()
  const title = t('leave.title', { group: group.name })
  return (
    <Layout title={title} zone="open">
      <h1>{title}</h1>
      {refusal ? (
        <>
          <p class="lead">{refusal}</p>
          <div class="buttons">
            <LinkButton kind="primary" href={`/groups/${group.slug}/people`}>
              {t('group.people')}
            </LinkButton>
            <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
              {t('leave.back')}
            </LinkButton>
          </div>
        </>
      ) : (
        <Form action={`/groups/${group.slug}/leave`}>
          <p class="lead">{t('leave.text')}</p>
          <div class="buttons">
            <Button kind="danger">{t('leave.button')}</Button>
            <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
              {t('leave.back')}
            </LinkButton>
          </div>
        </Form>
      )}
    </Layout>
  )
}
