import { Button, Empty, Form, Layout, LinkButton, Time } from '../../../design/index.ts'
import { useT } from '../../messages.ts'
import type { SeenBy } from '../../spaces/space.ts'
import type { Post } from '../../store.ts'
import { wordsOf } from '../../views/posts.tsx'
import type { Version } from '../editing.store.ts'
import type { NoteKind } from '../notes.ts'

interface VersionsPageProps {
  post: Post
  versions: Version[]
  /** Where the words of today stand. */
  back: string
  /** For the author alone: erases what stood there before. */
  forgetAction: string | undefined
  seenBy: SeenBy
  /** Content notes that the reader wants to find closed. */
  closed: NoteKind[]
  zone: string
}

const moment: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }

/** What a post said before it was edited: everybody who can read the post can read this. */
export function VersionsPage({
  post,
  versions,
  back,
  forgetAction,
  seenBy,
  closed,
  zone,
}: VersionsPageProps) {
  const t = useT()
  const time = (at: Temporal.Instant) => <Time at={at} zone={zone} locale={t.locale} format={moment} />
  return (
    <Layout title={t('versions.title')} zone={seenBy} sheets={['forum/talking']} unlisted>
      <h1>{t('versions.title')}</h1>
      <p>{t('versions.lead')}</p>
      <p>
        <LinkButton href={back}>{t('versions.back')}</LinkButton>
      </p>
      {versions.length === 0 && (
        <Empty>
          <p>{t('versions.none')}</p>
        </Empty>
      )}
      {versions.map((version) => (
        <article class="post" key={version.replacedAt.toString()}>
          <h2 class="version-time">
            {t('versions.from')} {time(version.writtenAt)} {t('versions.until')} {time(version.replacedAt)}
          </h2>
          {version.title && (
            <p dir="auto">
              <strong>{version.title}</strong>
            </p>
          )}
          {wordsOf({ ...post, bodyHtml: version.bodyHtml }, closed, t)}
        </article>
      ))}
      {forgetAction && versions.length > 0 && (
        <details class="more">
          <summary>{t('versions.forgetTitle')}</summary>
          <p>{t('versions.forgetLead')}</p>
          <Form action={forgetAction}>
            <Button kind="danger">{t('versions.forget')}</Button>
          </Form>
        </details>
      )}
    </Layout>
  )
}
