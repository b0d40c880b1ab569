import { Button, Form, Html, Layout, LinkButton } from '../../../design/index.ts'
import type { Group, HostInvitation } from '../../index.ts'
import { agreementsHtml } from '../agreements.ts'
import { useT } from '../hostingMessages.ts'

/** For whoever is asked: what it means, and two answers that are both fine. */
export function InvitationPage({ group, invitation }: { group: Group; invitation: HostInvitation }) {
  const t = useT()
  const title = t(invitation.takesOver ? 'invitation.overTitle' : 'invitation.title', { group: group.name })
  return (
    <Layout title={title} zone="open">
      <p class="small">
        <a href={`/groups/${group.slug}`} dir="auto">
          {group.name}
        </a>
      </p>
      <h1 dir="auto">{title}</h1>
      <p class="lead" dir="auto">
        {t(invitation.takesOver ? 'invitation.overLead' : 'invitation.lead', {
          handle: invitation.inviterHandle ?? '–',
        })}
      </p>
      <ul>
        <li>{t('invitation.does')}</li>
        <li>{t('invitation.shown')}</li>
        <li>{t('invitation.end')}</li>
      </ul>
      <details class="more">
        <summary>{t('invitation.agreements')}</summary>
        <Html html={agreementsHtml(group)} dir="auto" />
      </details>
      <Form action={`/groups/${group.slug}/invitation`}>
        <div class="buttons">
          <Button name="answer" value="yes">
            {t('invitation.yes')}
          </Button>
          <Button kind="plain" name="answer" value="no">
            {t('invitation.no')}
          </Button>
          <LinkButton kind="quiet" href={`/groups/${group.slug}`}>
            {t('invitation.later')}
          </LinkButton>
        </div>
      </Form>
    </Layout>
  )
}
