import {
  asWritten,
  Button,
  Card,
  Empty,
  Form,
  Layout,
  MistakeSummary,
  Select,
  Tag,
  Tags,
  TextField,
} from '../../../design/index.ts'
import { groupKinds, useGroupWords } from '../../../groups/index.ts'
import { type Form as FormState, typedText } from '../../../platform/forms.ts'
import { useT } from '../messages.ts'
import type { FeedSummary } from '../store.ts'
import { At, Of } from './parts.tsx'

interface PageProps {
  feeds: FeedSummary[]
  form: FormState<unknown>
}

export function FeedsPage({ feeds, form }: PageProps) {
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return (
    <Layout title={t('feeds.title')} zone="own" unlisted sheets={['meetings/feeds/lists']}>
      <h1>{t('feeds.title')}</h1>
      <p class="lead">{t('feeds.lead')}</p>
      <MistakeSummary mistakes={mistakes} />
      <Card title={t('feeds.list')}>
        {feeds.length === 0 ? (
          <Empty>{t('feeds.none')}</Empty>
        ) : (
          <ul class="rows">
            {feeds.map((feed) => (
              <FeedRow key={feed.id} {...{ feed }} />
            ))}
          </ul>
        )}
      </Card>
      <AddForm {...{ form }} />
    </Layout>
  )
}

function FeedRow({ feed }: { feed: FeedSummary }) {
  const t = useT()
  const group = useGroupWords()
  return (
    <li class="feed-row">
      <div>
        <h3>
          <a href={`/operations/feeds/${feed.id}`} dir="auto">
            {feed.name}
          </a>
        </h3>
        <p class="soft small">
          {group(`kind.${feed.kind}`)} · {t('feeds.meetings', { count: feed.meetings })}
          {feed.format && <> · {t(`feed.format.${feed.format}`)}</>}
          {feed.lastImportAt && (
            <>
              {' · '}
              <At at={feed.lastImportAt} />
            </>
          )}
        </p>
        {feed.address && (
          <p class="soft small feed-address" {...asWritten}>
            {feed.address}
          </p>
        )}
        <FeedState {...{ feed }} />
      </div>
      <div class="buttons">
        {feed.lastImportId && (
          <a class="button plain" href={`/operations/feeds/imports/${feed.lastImportId}`}>
            {t('feeds.report')}
            <Of name={feed.name} />
          </a>
        )}
        {feed.address && <FeedButton {...{ feed }} act="again" />}
        {feed.barren && <FeedButton {...{ feed }} act="remove" />}
      </div>
    </li>
  )
}

function FeedState({ feed }: { feed: FeedSummary }) {
  const t = useT()
  if (feed.waits === 0 && feed.failures === 0) return null
  return (
    <Tags>
      {feed.waits > 0 && <Tag kind="warn">{t('feeds.waits')}</Tag>}
      {feed.failures > 0 && <Tag kind="warn">{t('feeds.fails', { count: feed.failures })}</Tag>}
    </Tags>
  )
}

function FeedButton({ feed, act }: { feed: FeedSummary; act: 'again' | 'remove' }) {
  const t = useT()
  return (
    <Form action={`/operations/feeds/${feed.id}/${act}`}>
      <Button kind="plain">
        {t(`feeds.${act}`)}
        <Of name={feed.name} />
      </Button>
    </Form>
  )
}

function AddForm({ form }: { form: FormState<unknown> }) {
  const t = useT()
  const group = useGroupWords()
  const say = (field: string) => {
    const key = form.mistakes[field]
    return key && t.any(key)
  }
  return (
    <Card title={t('feeds.add')}>
      <Form action="/operations/feeds" files>
        <TextField
          name="name"
          label={t('feeds.name')}
          hint={t('feeds.nameHint')}
          value={typedText(form, 'name')}
          mistake={say('name')}
          maxlength={100}
        />
        <TextField
          name="address"
          type="url"
          label={t('feeds.address')}
          hint={t('feeds.addressHint')}
          value={typedText(form, 'address')}
          mistake={say('address')}
          optional
        />
        <div class="field">
          <label for="file">{t('feeds.file')}</label>
          <p class="hint" id="file-hint">
            {t('feeds.fileHint')}
          </p>
          <input
            id="file"
            type="file"
            name="file"
            accept=".json,.csv,.tsv,.txt,.ics,application/json,text/csv,text/calendar"
            aria-describedby="file-hint"
          />
        </div>
        <TextField
          name="zone"
          label={t('feeds.zone')}
          hint={t('feeds.zoneHint')}
          value={typedText(form, 'zone')}
          mistake={say('zone')}
          optional
        />
        <Select
          name="kind"
          label={t('feeds.kind')}
          value={typedText(form, 'kind')}
          options={groupKinds.map((kind) => ({ value: kind, label: group(`kind.${kind}`) }))}
          mistake={say('kind')}
        />
        <Button>{t('feeds.import')}</Button>
      </Form>
    </Card>
  )
}
