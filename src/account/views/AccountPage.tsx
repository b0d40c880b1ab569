import {
  asWritten,
  Button,
  Card,
  Form,
  Layout,
  LinkButton,
  Notice,
  Select,
  TextField,
} from '../../design/index.ts'
import { typedText } from '../../platform/forms.ts'
import { SafetyLinks } from '../invites/views.tsx'
import type { Profile } from '../members.store.ts'
import { passkeyWords, useT } from '../messages.ts'
import { type AnyForm, Mistakes, Tick, useMistake } from './fields.tsx'
import { OfficeNotice } from './OfficeNotice.tsx'
import { Day, Sessions, type SessionsProps } from './Sessions.tsx'

export const doneWords = ['saved', 'revoked', 'revoked_others', 'changed'] as const

interface AccountPageProps extends SessionsProps {
  profile: Profile
  form: AnyForm
  zones: string[]
  today: Temporal.PlainDate
  done?: (typeof doneWords)[number] | undefined
}

export function AccountPage({ profile, form, zones, today, done, ...sessions }: AccountPageProps) {
  const t = useT()
  const p = passkeyWords.useT()
  return (
    <Layout title={t('account.title')} zone="own" unlisted>
      <h1>{t('account.title')}</h1>
      {done && (
        <Notice role="status" said>
          <p>{t(`account.${done}`)}</p>
        </Notice>
      )}
      <OfficeNotice />
      <nav class="buttons" aria-label={t('account.next')}>
        <LinkButton href="/groups">{t('account.next.groups')}</LinkButton>
        <LinkButton href="/forum">{t('account.next.forum')}</LinkButton>
      </nav>
      <Card class="account-head">
        <p>
          {t('account.signed_in_as')}{' '}
          <strong class="account-handle">
            <bdi {...asWritten}>{profile.handle}</bdi>
          </strong>
          <span class="soft small">
            {t('account.since')} <Day at={profile.createdAt} zone={sessions.zone} />
          </span>
        </p>
        <Form action="/sign-out">
          <Button kind="plain">{t('signout.submit')}</Button>
        </Form>
      </Card>
      <ProfileCard form={form} zones={zones} today={today} />
      <SafetyLinks />
      <Sessions {...sessions} />
      <Card title={t('secrets.title')}>
        <p class="soft">{t('secrets.lead')}</p>
        <div class="buttons">
          <LinkButton href="/account/passphrase">{t('secrets.change')}</LinkButton>
          <LinkButton href="/account/recovery-code">{t('secrets.code')}</LinkButton>
          <LinkButton href="/account/passkeys">{p('link')}</LinkButton>
        </div>
      </Card>
      <Card title={t('data.title')}>
        <p class="soft">{t('data.lead')}</p>
        <div class="buttons">
          <LinkButton href="/account/export">{t('data.export')}</LinkButton>
          <LinkButton kind="danger" href="/account/delete">
            {t('data.delete')}
          </LinkButton>
        </div>
      </Card>
    </Layout>
  )
}

function ProfileCard({ form, zones, today }: Pick<AccountPageProps, 'form' | 'zones' | 'today'>) {
  const t = useT()
  const mistake = useMistake(form)
  return (
    <Card title={t('profile.title')} id="your-day">
      <Mistakes form={form} />
      <Form action="/account">
        <TextField
          name="lastDoseOn"
          type="date"
          label={t('profile.day')}
          hint={t('profile.day_hint')}
          mistake={mistake('lastDoseOn')}
          value={typedText(form, 'lastDoseOn')}
          max={today.toString()}
          autocomplete="off"
          optional
          short
        />
        <Tick
          name="showsDay"
          label={t('profile.shows_day')}
          hint={t('profile.shows_day_hint')}
          ticked={typedText(form, 'showsDay') !== ''}
        />
        <Select
          name="zone"
          label={t('profile.zone')}
          hint={t('profile.zone_hint')}
          mistake={mistake('zone')}
          value={typedText(form, 'zone')}
          options={[
            { value: '', label: t('profile.zone_none') },
            ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), asWritten: true })),
          ]}
        />
        <div class="buttons">
          <Button>{t('profile.save')}</Button>
        </div>
      </Form>
    </Card>
  )
}
