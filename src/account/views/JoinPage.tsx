import { Button, Card, Layout, Notice } from '../../design/index.ts'
import { useT } from '../messages.ts'
import {
  type AnyForm,
  Form,
  HandleField,
  Mistakes,
  NextField,
  SecretField,
  SharedTick,
  showSecretIsland,
  withNext,
} from './fields.tsx'

interface JoinPageProps {
  form: AnyForm
  next: string | undefined
  /** Six words just made for this person. */
  made?: string | undefined
}

export function JoinPage({ form, next, made }: JoinPageProps) {
  const t = useT()
  return (
    <Layout title={t('join.title')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('join.title')}</h1>
      <p class="lead join-ask">{t('join.ask')}</p>
      <p class="soft">{t('join.not')}</p>
      <Card class="entry">
        <Mistakes form={form} />
        <JoinFields form={form} action="/join" submit={t('join.submit')} made={made} next={next} />
      </Card>
      <p class="soft small">{t('join.open')}</p>
      <p>
        {t('join.have')} <a href={withNext('/sign-in', next)}>{t('join.sign_in')}</a>
      </p>
      <section class="join-for">
        <h2>{t('join.what.title')}</h2>
        <ul>
          <li>{t('join.what.write')}</li>
          <li>{t('join.what.groups')}</li>
          <li>{t('join.what.zone')}</li>
          <li>{t('join.what.leave')}</li>
        </ul>
        <p class="soft">{t('join.browse')}</p>
      </section>
    </Layout>
  )
}

interface OperatorPageProps {
  form: AnyForm
  token: string
  made?: string | undefined
}

export function OperatorPage({ form, token, made }: OperatorPageProps) {
  const t = useT()
  return (
    <Layout title={t('operator.title')} zone="own" islands={showSecretIsland} unlisted>
      <h1>{t('operator.title')}</h1>
      <p class="lead">{t('operator.lead')}</p>
      <Card class="entry">
        <Mistakes form={form} />
        <JoinFields
          form={form}
          action="/operator/first"
          submit={t('operator.submit')}
          made={made}
          token={token}
        />
      </Card>
    </Layout>
  )
}

interface JoinFieldsProps {
  form: AnyForm
  action: string
  submit: string
  made?: string | undefined
  next?: string | undefined
  token?: string
}

function JoinFields({ form, action, submit, made, next, token }: JoinFieldsProps) {
  const t = useT()
  return (
    <Form action={action}>
      <NextField next={next} />
      {token !== undefined && <input type="hidden" name="token" value={token} />}
      <HandleField form={form} isNew />
      {made && (
        <Notice role="status">
          <p>{t('join.made')}</p>
          <p class="words" translate={false}>
            {made}
          </p>
        </Notice>
      )}
      <SecretField form={form} label={t('passphrase.label')} hint={t('passphrase.hint')} made={made} isNew />
      <SharedTick form={form} />
      <div class="buttons">
        <Button>{submit}</Button>
        <Button kind="quiet" name="make" value="words">
          {t('join.make')}
        </Button>
      </div>
    </Form>
  )
}
