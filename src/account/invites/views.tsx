import {
  asWritten,
  Button,
  Card,
  Empty,
  Form,
  Layout,
  LinkButton,
  MistakeSummary,
  Notice,
  TextField,
  Time,
} from '../../design/index.ts'
import { type MistakenForm, typedText } from '../../platform/forms.ts'
import { useVisit } from '../../platform/visit.ts'
import { Tick } from '../views/fields.tsx'
import type { Invite } from './invites.store.ts'
import { useT } from './messages.ts'

interface InvitesPageProps {
  invites: Invite[]
  /** Whether nobody joins without one. */
  needed: boolean
  form: MistakenForm
  /** The link just made, shown this once. */
  link: string | undefined
  now: Temporal.Instant
  zone: string
}

export function InvitesPage({ invites, needed, form, link, now, zone }: InvitesPageProps) {
  const t = useT()
  return (
    <Layout title={t('invite.title')} zone="own">
      <h1>{t('invite.title')}</h1>
      <p class="lead">{t('invite.lead')}</p>
      {link && (
        <Notice role="status" said title={t('invite.made')}>
          <p>{t('invite.once')}</p>
          <p class="words" {...asWritten}>
            {link}
          </p>
        </Notice>
      )}
      <Card title={t('invite.required')}>
        <p>{t(needed ? 'invite.required.yes' : 'invite.required.no')}</p>
        <Form action="/operations/invites/required">
          <Button kind="plain" name="needed" value={needed ? 'no' : 'yes'}>
            {t(needed ? 'invite.open' : 'invite.close')}
          </Button>
        </Form>
      </Card>
      <MakeInvite form={form} />
      <h2>{t('invite.list')}</h2>
      {invites.length === 0 ? (
        <Empty>{t('invite.none')}</Empty>
      ) : (
        <ul class="rows">
          {invites.map((invite) => (
            <InviteRow key={invite.id} invite={invite} now={now} zone={zone} />
          ))}
        </ul>
      )}
    </Layout>
  )
}

function MakeInvite({ form }: { form: MistakenForm }) {
  const t = useT()
  const mistake = (field: string) => {
    const key = form.mistakes[field]
    return key === undefined ? undefined : t.any(key)
  }
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return (
    <Card title={t('invite.make')}>
      <MistakeSummary mistakes={mistakes} />
      <Form action="/operations/invites">
        <TextField
          name="label"
          label={t('invite.label')}
          hint={t('invite.label.hint')}
          value={typedText(form, 'label')}
          mistake={mistake('label')}
          maxlength={80}
          autocomplete="off"
        />
        <TextField
          name="mostUses"
          label={t('invite.uses')}
          value={typedText(form, 'mostUses')}
          mistake={mistake('mostUses')}
          inputmode="numeric"
          autocomplete="off"
          short
        />
        <TextField
          name="days"
          label={t('invite.days')}
          value={typedText(form, 'days')}
          mistake={mistake('days')}
          inputmode="numeric"
          autocomplete="off"
          short
        />
        <Tick
          name="vouches"
          label={t('invite.vouches')}
          hint={t('invite.vouches.hint')}
          ticked={typedText(form, 'vouches') === 'yes'}
        />
        <Button>{t('invite.make')}</Button>
      </Form>
    </Card>
  )
}

function InviteRow({ invite, now, zone }: { invite: Invite; now: Temporal.Instant; zone: string }) {
  const t = useT()
  const state = invite.revokedAt
    ? 'revoked'
    : Temporal.Instant.compare(invite.expiresAt, now) <= 0
      ? 'expired'
      : invite.used >= invite.mostUses
        ? 'used'
        : 'open'
  return (
    <li>
      <p>
        <strong dir="auto">{invite.label}</strong> <span class="tag">{t(`invite.state.${state}`)}</span>
      </p>
      <p class="soft">
        {t('invite.count', { used: invite.used, most: invite.mostUses })}{' '}
        {invite.vouches && t('invite.known')} {t('invite.until')}{' '}
        <Time at={invite.expiresAt} zone={zone} locale={t.locale} format={{ dateStyle: 'medium' }} />
      </p>
      {state === 'open' && (
        <Form action={`/operations/invites/${invite.id}/revoke`}>
          <Button kind="danger">{t('invite.revoke')}</Button>
        </Form>
      )}
    </li>
  )
}

/** In place of the form to join, where that takes an invite. */
export function ByInviteOnly({ hadOne }: { hadOne: boolean }) {
  const t = useT()
  return (
    <Notice kind="warn" title={t('invite.only')}>
      <p>{t(hadOne ? 'invite.stale' : 'invite.ask')}</p>
    </Notice>
  )
}

/** The check that the device does, and what it means to go without. */
export function SmallCheck() {
  const t = useT()
  const { config } = useVisit()
  if (!config.holdFirstPosts) return null
  return (
    <>
      <noscript>
        <p class="hint">{t('proof.plain')}</p>
      </noscript>
      <p class="hint" data-proof data-done={t('proof.done')} data-failed={t('proof.failed')} hidden>
        {t('proof.working')} <progress max={1} value={0} aria-label={t('proof.working')} />
      </p>
    </>
  )
}

/** From the account to what keeps people safe. */
export function SafetyLinks() {
  const t = useT()
  return (
    <nav class="buttons" aria-label={t('link.rules')}>
      <LinkButton href="/account/standing">{t('link.standing')}</LinkButton>
      <LinkButton href="/account/quiet">{t('link.quiet')}</LinkButton>
      <LinkButton href="/rules">{t('link.rules')}</LinkButton>
    </nav>
  )
}

/** From the operator's page to the invitations. */
export function InvitesLink() {
  const t = useT()
  return (
    <p>
      <LinkButton href="/operations/invites">{t('invite.title')}</LinkButton>
    </p>
  )
}
