import { TextArea } from './fields.tsx'
import { Form } from './form.tsx'
import { Layout } from './layout.tsx'
import { useT } from './messages.ts'
import { Button, LinkButton } from './parts.tsx'

/** What was typed into a form that was not taken. */
export interface Kept {
  /** Where it was sent. */
  action: string
  /** What somebody wrote, by field. */
  words: [name: string, text: string][]
  /** All else that the form said. */
  rest: [name: string, value: string][]
  /** It can be sent again as it is: at once where only the form had grown old, or when something else is done first. */
  again: 'now' | { first: string; is: 'signIn' | 'confirm' } | undefined
}

interface ErrorPageProps {
  kept?: Kept | undefined
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
  const { kept } = props
  if (kept?.again) return <KeptPage {...kept} again={kept.again} />
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
      {kept?.words.map(([name, text]) => (
        <TextArea key={name} name={name} label={t('kept.words')} value={text} />
      ))}
    </Layout>
  )
}

/** Signed out while somebody was writing, or the form grew old: nothing they typed is lost. */
function KeptPage({ action, words, rest, again }: Kept & { again: NonNullable<Kept['again']> }) {
  const t = useT()
  return (
    <Layout title={t('kept.title')} zone="kept" unlisted>
      <h1>{t('kept.title')}</h1>
      {again === 'now' ? (
        <p class="lead">{t('kept.stale')}</p>
      ) : (
        <>
          <p class="lead">{t(`kept.${again.is}.lead`)}</p>
          <ol>
            <li>{t(`kept.${again.is}.step`)}</li>
            <li>{t('kept.step2')}</li>
          </ol>
          <div class="buttons">
            <a class="button primary" href={again.first} target="_blank" rel="noopener">
              {t(`kept.${again.is}`)}
            </a>
          </div>
        </>
      )}
      <Form action={action} class="answer">
        {words.map(([name, text]) => (
          <TextArea key={name} name={name} label={t('kept.words')} value={text} />
        ))}
        {rest.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <Button kind={again === 'now' ? 'primary' : 'plain'}>{t('kept.send')}</Button>
      </Form>
    </Layout>
  )
}
