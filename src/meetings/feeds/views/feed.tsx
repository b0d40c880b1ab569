import {
  asWritten,
  Button,
  Card,
  Form,
  Layout,
  MistakeSummary,
  Notice,
  Select,
  TextField,
} from '../../../design/index.ts'
import { groupKinds, useGroupWords } from '../../../groups/index.ts'
import { type Form as FormState, typedText } from '../../../platform/forms.ts'
import { useT } from '../messages.ts'
import { pollEvery } from '../schedule.rules.ts'
import type { CorrectedRecord, FeedCounts, FoundRecord } from '../settings.store.ts'
import type { Feed, Import } from '../store.ts'
import { At } from './parts.tsx'
import { Corrected, FindRecord } from './records.tsx'

interface PageProps {
  feed: Feed
  counts: FeedCounts
  imports: Import[]
  corrected: CorrectedRecord[]
  found: FoundRecord[] | undefined
  words: string
  form: FormState<unknown>
  saved: boolean
}

export function FeedPage(props: PageProps) {
  const { feed, counts, form, saved } = props
  const t = useT()
  const mistakes = Object.entries(form.mistakes).map(([field, key]) => ({ field, sentence: t.any(key) }))
  return (
    <Layout title={t('feed.title')} zone="own" unlisted sheets={['meetings/feeds/lists']}>
      <p class="small">
        <a href="/operations/feeds">{t('import.back')}</a>
      </p>
      <h1 dir="auto">{feed.name}</h1>
      <p class="lead">
        {t('feed.counts', { meetings: counts.meetings, shared: counts.shared, refused: counts.refused })}
      </p>
      {saved && <Notice role="status" title={t('feed.saved')} />}
      <MistakeSummary mistakes={mistakes} />
      <State {...{ feed }} />
      <FindRecord {...props} />
      <Corrected {...props} />
      <Readings {...props} />
      <Settings {...props} />
    </Layout>
  )
}

function State({ feed }: { feed: Feed }) {
  const t = useT()
  return (
    <Card title={t('feed.state')}>
      {feed.failures > 0 && (
        <Notice kind="warn" title={t('feeds.fails', { count: feed.failures })} level={3}>
          <p>{t.any(feed.failure ?? 'import.fault', { detail: feed.failureDetail ?? '' })}</p>
        </Notice>
      )}
      <dl class="feed-state">
        <div>
          <dt>{t('feed.worked')}</dt>
          <dd>
            {feed.workedAt ? (
              <At at={feed.workedAt} />
            ) : feed.lastImportAt ? (
              <At at={feed.lastImportAt} />
            ) : (
              t('feed.never')
            )}
          </dd>
        </div>
        {feed.pollHours !== null && feed.nextPollAt && (
          <div>
            <dt>{t('feed.next')}</dt>
            <dd>
              <At at={feed.nextPollAt} />
            </dd>
          </div>
        )}
        {feed.format && (
          <div>
            <dt>{t('feed.format')}</dt>
            <dd>{t(`feed.format.${feed.format}`)}</dd>
          </div>
        )}
      </dl>
      <div class="buttons">
        {feed.address && (
          <Form action={`/operations/feeds/${feed.id}/again`}>
            <Button kind="plain">{t('feeds.again')}</Button>
          </Form>
        )}
        {feed.sample !== null && (
          <a class="button plain" href={`/operations/feeds/${feed.id}/columns`}>
            {t('feed.columns')}
          </a>
        )}
      </div>
    </Card>
  )
}

function Readings({ imports }: PageProps) {
  const t = useT()
  if (imports.length === 0) return null
  return (
    <Card title={t('feed.readings')}>
      <ul class="rows">
        {imports.map((each) => (
          <li key={each.id}>
            <a href={`/operations/feeds/imports/${each.id}`}>
              <At at={each.finishedAt ?? each.createdAt} />
            </a>
            <p class="soft small">
              {t(`feed.status.${each.status}`)}
              {each.status === 'done' && (
                <>
                  {' · '}
                  {t('report.changes', {
                    added: each.added,
                    changed: each.changed,
                    gone: each.gone,
                    same: each.taken - each.added - each.changed,
                  })}
                </>
              )}
              {each.source && (
                <>
                  {' · '}
                  <span class="feed-address" {...asWritten}>
                    {each.source}
                  </span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Settings({ feed, form }: PageProps) {
  const t = useT()
  const group = useGroupWords()
  const field = (name: string) => {
    const key = form.mistakes[name]
    return { name, value: typedText(form, name), mistake: key && t.any(key) }
  }
  return (
    <Card title={t('feed.settings')}>
      <Form action={`/operations/feeds/${feed.id}`}>
        <TextField
          {...field('address')}
          type="url"
          label={t('feeds.address')}
          hint={t('feeds.addressHint')}
          optional
        />
        <Select
          {...field('poll')}
          label={t('feed.poll')}
          hint={t('feed.pollHint')}
          options={[
            { value: '', label: t('feed.poll.never') },
            ...pollEvery.map((hours) => ({ value: String(hours), label: t(`feed.poll.${hours}`) })),
          ]}
        />
        <TextField {...field('zone')} label={t('feeds.zone')} hint={t('feeds.zoneHint')} optional />
        <Select
          {...field('kind')}
          label={t('feeds.kind')}
          options={groupKinds.map((kind) => ({ value: kind, label: group(`kind.${kind}`) }))}
        />
        <TextField
          {...field('fellowship')}
          label={t('feed.fellowship')}
          hint={t('feed.fellowshipHint')}
          maxlength={100}
          optional
        />
        <Button>{t('feed.save')}</Button>
      </Form>
    </Card>
  )
}
