import { Layout } from './layout.tsx'
import { useT } from './messages.ts'
import { LinkButton } from './parts.tsx'

interface ErrorPageProps {
  status: number
  /** A refusal's own sentence; without one the page for that status speaks. */
  sentence?: string | undefined
  /** The address to come back to after signing in. */
  signInFor?: string | undefined
  retryAfterSeconds?: number | undefined
  /** Stands in the log too, so that the operator can find the fault. */
  reference?: string | undefined
}

const known = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503]

export function ErrorPage(props: ErrorPageProps) {
  const t = useT()
  const status = known.includes(props.status) ? props.status : 500
  const values = { seconds: props.retryAfterSeconds ?? 0, reference: props.reference ?? '' }
  const title = t.any(`error.${status}.title`)
  return (
    <Layout title={title} zone="none">
      <h1>{title}</h1>
      <p class="lead">{props.sentence ?? t.any(`error.${status}.text`, values)}</p>
      <div class="buttons">
        {props.signInFor !== undefined && (
          <>
            <LinkButton kind="primary" href={`/sign-in?next=${encodeURIComponent(props.signInFor)}`}>
              {t('error.signin')}
            </LinkButton>
            <LinkButton href={`/join?next=${encodeURIComponent(props.signInFor)}`}>
              {t('error.join')}
            </LinkButton>
          </>
        )}
        <LinkButton href="/">{t('error.home')}</LinkButton>
        <LinkButton href="/help">{t('error.help')}</LinkButton>
      </div>
    </Layout>
  )
}
