import {
  asWritten,
  Button,
  Card,
  Choices,
  Form,
  Layout,
  MistakeSummary,
  TextField,
} from '../../../design/index.ts'
import { type MistakenForm, typedText } from '../../../platform/forms.ts'
import { useVisit } from '../../../platform/visit.ts'
import type { Group, GroupMember, HostInvitation } from '../../index.ts'
import { useT as useHostingT } from '../hostingMessages.ts'
import { useT } from '../messages.ts'

interface PeoplePageProps {
  group: Group
  people: GroupMember[]
  invited: HostInvitation[]
  form: MistakenForm
}

/** For hosts: who belongs, who else hosts or is asked to, handing over, and closing the group. */
export function PeoplePage({ group, people, invited, form }: PeoplePageProps) {
  const t = useT()
  const h = useHostingT()
  const here = `/groups/${group.slug}`
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: h.any(key) }))
  const hosts = people.filter(({ role }) => role === 'host').length
  return (
    <Layout title={t('people.title')} zone="open">
      <p>
        <a href={here} dir="auto">
          {group.name}
        </a>
      </p>
      <h1>{t('people.title')}</h1>
      <p class="lead">{t('people.lead')}</p>
      <MistakeSummary mistakes={mistakes} />
      <ul class="rows">
        {people.map((one) => (
          <Person key={one.memberId} {...{ group, one, invited }} />
        ))}
      </ul>
      <Invite {...{ group, form, invited }} />
      {hosts > 1 && (
        <Card title={h('stepBack.title')}>
          <p>{h('stepBack.text')}</p>
          <Form action={`${here}/step-back`}>
            <Button kind="plain">{h('stepBack.button')}</Button>
          </Form>
        </Card>
      )}
      <Card title={t('people.close.title')}>
        <p>{t('people.close.text')}</p>
        <Form action={`${here}/close`}>
          <Button kind="danger">{t('people.close.button')}</Button>
        </Form>
      </Card>
    </Layout>
  )
}

function Person({ group, one, invited }: { group: Group; one: GroupMember; invited: HostInvitation[] }) {
  const t = useT()
  const h = useHostingT()
  const isAsked = invited.some(({ memberId }) => memberId === one.memberId)
  return (
    <li class="person">
      <strong dir="auto" {...asWritten}>
        {one.handle}
      </strong>
      {one.role === 'host' && <span class="tag">{t('people.host')}</span>}
      {one.role !== 'host' && isAsked && <span class="tag plain">{h('invite.asked')}</span>}
      {one.role !== 'host' && !isAsked && (
        <Form action={`/groups/${group.slug}/invitations`}>
          <input type="hidden" name="handle" value={one.handle} />
          <button type="submit" class="button" aria-label={h('invite.askLabel', { handle: one.handle })}>
            {h('invite.ask')}
          </button>
        </Form>
      )}
    </li>
  )
}

function Invite({ group, form, invited }: Omit<PeoplePageProps, 'people'>) {
  const h = useHostingT()
  const { member } = useVisit()
  const mistake = form.mistakes.handle
  return (
    <Card title={h('invite.title')} id="invite">
      <p>{h('invite.lead')}</p>
      {invited.length > 0 && (
        <ul class="rows">
          {invited.map((one) => (
            <li key={one.memberId} class="person">
              <span>
                <strong dir="auto" {...asWritten}>
                  {one.handle}
                </strong>{' '}
                <span class="soft">
                  {h(one.takesOver && one.invitedBy === member?.id ? 'invite.waitsOver' : 'invite.waits')}
                </span>
              </span>
              <Form action={`/groups/${group.slug}/invitations/withdraw`}>
                <input type="hidden" name="member" value={one.memberId} />
                <button
                  type="submit"
                  class="button quiet"
                  aria-label={h('invite.withdrawLabel', { handle: one.handle })}
                >
                  {h('invite.withdraw')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={`/groups/${group.slug}/invitations`}>
        <TextField
          name="handle"
          label={h('invite.handle')}
          value={typedText(form, 'handle')}
          mistake={mistake && h.any(mistake)}
          maxlength={40}
          autocomplete="off"
          short
        />
        <Choices
          type="radio"
          name="how"
          label={h('invite.how')}
          value="with"
          options={(['with', 'over'] as const).map((value) => ({ value, label: h(`invite.how.${value}`) }))}
        />
        <Button kind="plain">{h('invite.button')}</Button>
      </Form>
    </Card>
  )
}
