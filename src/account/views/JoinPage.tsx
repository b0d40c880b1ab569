import { asWritten, Button, Card, Form, Layout, Notice } from '../../design/index.ts'
import { useVisit } from '../../platform/visit.ts'
import { ByInviteOnly, SmallCheck } from '../invites/views.tsx'
import { useT } from '../messages.ts'
import {
  type AnyForm,
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
  /** The word of an invite's link, to be sent along. */
  invite?: string | undefined
  /** Closed: it takes an invite. Stale: the one they have works no more. */
  standing: 'open' | 'closed' | 'stale'
}

export function JoinPage({ form, next, made, invite, standing }: JoinPageProps) {
  const t = useT()
  const { config } = useVisit()
  return (
    <Layout
      title={t('join.title', { site: config.siteName })}
      zone="own"
      islands={[...showSecretIsland, 'account/proof']}
      wide
      unlisted
    >
      <h1>{t('join.title', { site: config.siteName })}</h1>
      <ul class="join-promise">
        <li>
          <Mark asked />
          <span>{t('join.ask')}</span>
        </li>
        <li>
          <Mark asked={false} />
          <span>{t('join.not')}</span>
        </li>
      </ul>
      <div class="join-columns">
        <Card class="entry">
          {standing === 'open' ? (
            <>
              <Mistakes form={form} />
              <JoinFields
                form={form}
                action="/join"
                submit={t('join.submit')}
                made={made}
                next={next}
                invite={invite}
                checked
              />
              <p class="soft small">{t('join.open')}</p>
            </>
          ) : (
            <ByInviteOnly hadOne={standing === 'stale'} />
          )}
        </Card>
        <section class="join-for">
          <p class="join-have">
            {t('join.have')} <a href={withNext('/sign-in', next)}>{t('join.sign_in')}</a>
          </p>
          <h2>{t('join.what.title')}</h2>
          <ul>
            <li>{t('join.what.write')}</li>
            <li>{t('join.what.groups')}</li>
            <li>{t('join.what.zone')}</li>
            <li>{t('join.what.leave')}</li>
          </ul>
          <p class="soft">{t('join.browse')}</p>
        </section>
      </div>
    </Layout>
  )
}

/** A tick for what we ask, a cross for what we do not; the words say the same. */
function Mark({ asked }: { asked: boolean }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden
    >
      <circle cx="12" cy="12" r="9.5" />
      <path d={asked ? 'm8 12.500 2.750 2.750L16 9.500' : 'm9 9 6 6m0-6-6 6'} />
    </svg>
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
  invite?: string | undefined
  /** With the small check of the device. */
  checked?: boolean
}

function JoinFields({ form, action, submit, made, next, token, invite, checked }: JoinFieldsProps) {
  const t = useT()
  return (
    <Form action={action}>
      <NextField next={next} />
      {token !== undefined && <input type="hidden" name="token" value={token} />}
      {invite !== undefined && <input type="hidden" name="invite" value={invite} />}
      <EnterPresses submit={submit} />
      <HandleField form={form} isNew />
      {made && (
        <Notice role="status" said>
          <p>{t('join.made')}</p>
          <p class="words" {...asWritten}>
            {made}
          </p>
        </Notice>
      )}
      <SecretField form={form} label={t('passphrase.label')} hint={t('passphrase.hint')} made={made} isNew />
      <p class="join-make">
        <Button kind="quiet" name="make" value="words">
          {made ? t('join.make_another') : t('join.make')}
        </Button>
      </p>
      <SharedTick form={form} />
      {checked && <SmallCheck />}
      <div class="buttons">
        <Button>{submit}</Button>
      </div>
    </Form>
  )
}

/** Enter presses the first button of a form, and "make a passphrase" comes before Join. */
function EnterPresses({ submit }: { submit: string }) {
  return (
    <button type="submit" class="unseen" tabindex={-1} aria-hidden>
      {submit}
    </button>
  )
}
