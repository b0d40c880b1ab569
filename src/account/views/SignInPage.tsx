import { Button, Card, Form, Layout, LinkButton, Notice, TextField } from '../../design/index.ts'
import { typedText } from '../../platform/forms.ts'
import { passkeyWords, useT } from '../messages.ts'
import {
  type AnyForm,
  HandleField,
  Mistakes,
  NextField,
  SecretField,
  SharedTick,
  showSecretIsland,
  useMistake,
  withNext,
} from './fields.tsx'
import { PasskeyForm } from './PasskeyForm.tsx'

export interface SignInPageProps {
  form: AnyForm
  next: string | undefined
  /** Set after too many tries. */
  waitSeconds?: number | undefined
  /** A passkey was shown that we could not believe. */
  passkeyFailed?: boolean
}

export function SignInPage({ form, next, waitSeconds, passkeyFailed }: SignInPageProps) {
  const t = useT()
  const p = passkeyWords.useT()
  return (
    <Layout
      title={t('signin.title')}
      zone="own"
      islands={[...showSecretIsland, 'account/passkeys/passkey']}
      unlisted
    >
      <h1>{t('signin.title')}</h1>
      <p class="lead">{next === undefined ? t('signin.lead') : t('signin.first')}</p>
      <Card class="entry">
        {waitSeconds !== undefined && (
          <Notice kind="warn" role="alert">
            <p>{t('signin.wait', waitValues(waitSeconds))}</p>
          </Notice>
        )}
        <Mistakes form={form} />
        <Form action="/sign-in">
          <NextField next={next} />
          <HandleField form={form} />
          <SecretField form={form} label={t('passphrase.label')} />
          <SharedTick form={form} />
          <div class="buttons">
            <Button>{t('signin.submit')}</Button>
            <LinkButton kind="quiet" href={withNext('/sign-in/recover', next)}>
              {t('signin.forgot')}
            </LinkButton>
          </div>
        </Form>
      </Card>
      <Card class="entry" title={p('enter.or')}>
        <p>{p('enter.lead')}</p>
        <PasskeyForm
          action="/sign-in/passkey"
          ask="/sign-in/passkey/ask"
          submit={p('enter.submit')}
          script={p('enter.script')}
          mistake={passkeyFailed ? p('enter.wrong') : undefined}
        >
          <NextField next={next} />
        </PasskeyForm>
      </Card>
      <p>
        {t('signin.new')} <a href={withNext('/join', next)}>{t('signin.join')}</a>
      </p>
    </Layout>
  )
}

function waitValues(seconds: number): { minutes: number; seconds: number } {
  return { seconds, minutes: seconds <= 60 ? 0 : Math.ceil(seconds / 60) }
}

export function RecoverPage({ form, next }: { form: AnyForm; next: string | undefined }) {
  const t = useT()
  return (
    <Layout title={t('recover.title')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('recover.title')}</h1>
      <p class="lead">{t('recover.lead')}</p>
      <Card class="entry">
        <Mistakes form={form} />
        <Form action="/sign-in/recover">
          <NextField next={next} />
          <HandleField form={form} />
          <TextField
            name="code"
            label={t('recover.code')}
            hint={t('recover.code_hint')}
            mistake={useMistake(form)('code')}
            value={typedText(form, 'code')}
            autocomplete="off"
          />
          <SecretField form={form} label={t('passphrase.new')} hint={t('passphrase.hint')} isNew />
          <SharedTick form={form} />
          <div class="buttons">
            <Button>{t('recover.submit')}</Button>
          </div>
        </Form>
      </Card>
      <p class="soft">{t('recover.none')}</p>
    </Layout>
  )
}

export function SignOutPage() {
  const t = useT()
  return (
    <Layout title={t('signout.title')} zone="own" unlisted>
      <h1>{t('signout.title')}</h1>
      <p class="lead">{t('signout.ask')}</p>
      <Form action="/sign-out">
        <div class="buttons">
          <Button>{t('signout.submit')}</Button>
          <LinkButton href="/account">{t('signout.back')}</LinkButton>
        </div>
      </Form>
    </Layout>
  )
}
