import { Button, Empty, Form, Layout, LinkButton, Notice, Time } from '../../design/index.ts'
import { useT } from '../messages.ts'
import type { Draft } from './drafts.store.ts'

interface DraftsPageProps {
  drafts: Draft[]
  zone: string
  isNew: boolean
}

const moment: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }

export function DraftsPage({ drafts, zone, isNew }: DraftsPageProps) {
  const t = useT()
  return (
    <Layout title={t('drafts.title')} zone="own" islands={['forum/writing']} sheets={['forum/talking']}>
      <h1>{t('drafts.title')}</h1>
      {isNew && (
        <Notice role="status" said>
          <p>{t('drafts.kept')}</p>
        </Notice>
      )}
      <p class="lead">{t('drafts.lead')}</p>
      {drafts.length === 0 ? (
        <Empty>
          <p>{t('drafts.none')}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} zone={zone} />
          ))}
        </ul>
      )}
    </Layout>
  )
}

const wordsShown = 160

function DraftRow({ draft, zone }: { draft: Draft; zone: string }) {
  const t = useT()
  const { id, topicId, title, body, savedAt } = draft
  const words = body.length > wordsShown ? `${body.slice(0, wordsShown).toWellFormed()} …` : body
  return (
    <li class="draft">
      <p class="soft small">
        {t(topicId ? 'drafts.reply' : 'drafts.topic')}{' '}
        <Time at={savedAt} zone={zone} locale={t.locale} format={moment} />
      </p>
      {title && (
        <p dir="auto">
          <strong>{title}</strong>
        </p>
      )}
      <p dir="auto">{words}</p>
      {words !== body && (
        <details class="more">
          <summary>{t('drafts.whole')}</summary>
          <p class="draft-words" dir="auto">
            {body}
          </p>
        </details>
      )}
      <div class="buttons">
        <LinkButton
          kind="primary"
          href={topicId ? `/forum/${topicId}?draft=${id}#answer` : `/forum/new?draft=${id}`}
        >
          {t('drafts.goOn')}
        </LinkButton>
        <Form action={`/forum/drafts/${id}/remove`}>
          <Button kind="quiet">{t('drafts.remove')}</Button>
        </Form>
      </div>
    </li>
  )
}
