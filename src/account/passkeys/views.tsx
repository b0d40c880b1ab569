import { Button, Card, Day, Form, Layout, LinkButton, Notice, TextField } from '../../design/index.ts'
import {
  type AnyForm,
  confirmedHours,
  NextField,
  OfficeNotice,
  PasskeyForm,
  SecretConfirm,
  showSecretIsland,
} from '../index.ts'
import { longestName } from './forms.ts'
import { useT } from './messages.ts'
import type { Passkey } from './store.ts'

export const doneWords = ['added', 'removed'] as const

interface PasskeysProps {
  passkeys: Passkey[]
  isPossible: boolean
  /** What was typed when the device's answer could not be used. */
  refused: { name: string } | undefined
  done: (typeof doneWords)[number] | undefined
  zone: string
}

export function PasskeysPage({ passkeys, isPossible, refused, done, zone }: PasskeysProps) {
  const t = useT()
  return (
    <Layout
      title={t('title')}
      zone="own"
      islands={[...showSecretIsland, 'account/passkeys/passkey']}
      sheets={['account/passkeys/passkeys']}
      unlisted
    >
      <h1>{t('title')}</h1>
      {done && (
        <Notice role="status" said>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <OfficeNotice />
      <p class="lead">{t('lead')}</p>
      <Card title={t('list')}>
        {passkeys.length === 0 ? (
          <p class="soft">{t('none')}</p>
        ) : (
          <ul class="rows">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} zone={zone} />
            ))}
          </ul>
        )}
        <p class="soft">{t('stays')}</p>
      </Card>
      <Card class="entry" title={t('add.title')} id="add">
        {isPossible ? <AddForm refused={refused} /> : <p>{t('cannot')}</p>}
      </Card>
      <LinkButton kind="quiet" href="/account">
        {t('back')}
      </LinkButton>
    </Layout>
  )
}

function AddForm({ refused }: Pick<PasskeysProps, 'refused'>) {
  const t = useT()
  return (
    <>
      <p>{t('add.sync')}</p>
      <PasskeyForm
        action="/account/passkeys"
        ask="/account/passkeys/ask"
        makes
        submit={t('add.submit')}
        script={t('add.script')}
        mistake={refused && t('add.wrong')}
      >
        <TextField
          name="name"
          label={t('add.name')}
          hint={t('add.name_hint')}
          value={refused?.name}
          autocomplete="off"
          maxlength={longestName}
          optional
        />
        <SecretConfirm />
      </PasskeyForm>
    </>
  )
}

function PasskeyRow({ passkey, zone }: { passkey: Passkey; zone: string }) {
  const t = useT()
  const name = passkey.name || t('unnamed')
  const addedOn = passkey.addedAt.toZonedDateTimeISO(zone).toPlainDate()
  return (
    <li class="passkey-row">
      <div>
        <strong dir="auto">{name}</strong>
        <span class="soft small">
          {t('added_on')} <Day on={addedOn} />
          {' · '}
          {passkey.lastUsedOn ? (
            <>
              {t('used_on')} <Day on={passkey.lastUsedOn} />
            </>
          ) : (
            t('never_used')
          )}
        </span>
      </div>
      <LinkButton kind="quiet" href={`/account/passkeys/${passkey.id}/remove`}>
        {t('remove')}
        <span class="unseen">{t('remove.which', { name })}</span>
      </LinkButton>
    </li>
  )
}

export function RemovePage({ passkey, form }: { passkey: Passkey; form: AnyForm }) {
  const t = useT()
  return (
    <Layout title={t('remove.title')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('remove.title')}</h1>
      <p class="lead">
        <strong dir="auto">{passkey.name || t('unnamed')}</strong>
      </p>
      <p>{t('remove.lead')}</p>
      <Card class="entry">
        <Form action={`/account/passkeys/${passkey.id}/remove`}>
          <SecretConfirm form={form} />
          <div class="buttons">
            <Button kind="danger">{t('remove.submit')}</Button>
            <LinkButton href="/account/passkeys">{t('remove.back')}</LinkButton>
          </div>
        </Form>
      </Card>
    </Layout>
  )
}

export function ConfirmPage({ next, isWrong }: { next: string | undefined; isWrong: boolean }) {
  const t = useT()
  return (
    <Layout title={t('confirm.title')} zone="own" islands={['account/passkeys/passkey']} unlisted>
      <h1>{t('confirm.title')}</h1>
      <p class="lead">{t('confirm.lead', { hours: confirmedHours })}</p>
      <Card class="entry">
        <PasskeyForm
          action="/account/passkeys/confirm"
          ask="/account/passkeys/confirm/ask"
          submit={t('confirm.submit')}
          script={t('confirm.script')}
          mistake={isWrong ? t('enter.wrong') : undefined}
        >
          <NextField next={next} />
        </PasskeyForm>
      </Card>
      <p class="soft">{t('confirm.lost')}</p>
      <LinkButton kind="quiet" href="/account">
        {t('back')}
      </LinkButton>
    </Layout>
  )
}
