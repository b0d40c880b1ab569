import { asWritten, Button, Card, Form, Html, Layout, LinkButton } from '../../../design/index.ts'
import type { Group, GroupMember } from '../../index.ts'
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

interface PeoplePageProps {
  group: Group
  people: GroupMember[]
}

/** For hosts: who belongs, who else hosts, and closing the group. */
export function PeoplePage({ group, people }: PeoplePageProps) {
  const t = useT()
  return (
    <Layout title={t('people.title')} zone="open">
      <p>
        <a href={`/groups/${group.slug}`} dir="auto">
          {group.name}
        </a>
      </p>
      <h1>{t('people.title')}</h1>
      <p class="lead">{t('people.lead')}</p>
      <ul class="rows">
        {people.map((one) => (
          <li key={one.memberId} class="person">
            <strong dir="auto" {...asWritten}>
              {one.handle}
            </strong>
            {one.role === 'host' ? (
              <span class="tag">{t('people.host')}</span>
            ) : (
              <Form action={`/groups/${group.slug}/hosts`}>
                <input type="hidden" name="member" value={one.memberId} />
                <button
                  type="submit"
                  class="button"
                  aria-label={t('people.makeHost.label', { handle: one.handle })}
                >
                  {t('people.makeHost')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {group.status === 'active' && (
        <Card title={t('people.close.title')}>
          <p>{t('people.close.text')}</p>
          <Form action={`/groups/${group.slug}/close`}>
            <Button kind="danger">{t('people.close.button')}</Button>
          </Form>
        </Card>
      )}
    </Layout>
  )
}
