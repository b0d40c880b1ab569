import { InvitesLink, OfficeNotice } from '../account/index.ts'
import { asWritten, Card, Empty, Layout, LinkButton } from '../design/index.ts'
import type { LineToCheck } from '../help/index.ts'
import { SuggestionsCard } from '../meetings/index.ts'
import { useT } from './messages.ts'
import type { State } from './store.ts'

export function OperationsPage({ state, lines }: { state: State; lines: LineToCheck[] }) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="own" wide>
      <h1>{t('title')}</h1>
      <OfficeNotice />
      <p class="lead">{t('lead')}</p>
      <div class="columns">
        <Card title={t('state')}>
          <dl class="facts">
            <dt>{t('state.database')}</dt>
            <dd>{t('state.size', { megabytes: Math.round(state.bytes / 1_000_000) })}</dd>
            {(['members', 'groups', 'topics', 'times'] as const).map((name) => (
              <Count key={name} word={t(`state.${name}`)} count={state[name]} />
            ))}
          </dl>
        </Card>
        <Card title={t('feeds')}>
          <p>{t('feeds.text')}</p>
          <LinkButton href="/operations/feeds">{t('feeds.go')}</LinkButton>
        </Card>
        <Card title={t('people')}>
          <p>{t('people.text')}</p>
          <LinkButton href="/operations/people">{t('people.go')}</LinkButton>
        </Card>
        <Card title={t('notice')}>
          <p>{t('notice.text')}</p>
          <LinkButton href="/operations/notice">{t('notice.go')}</LinkButton>
        </Card>
        <SuggestionsCard />
      </div>
      <InvitesLink />
      <Lines lines={lines} />
    </Layout>
  )
}

function Count({ word, count }: { word: string; count: number }) {
  const t = useT()
  return (
    <>
      <dt>{word}</dt>
      <dd>{t('state.number', { count })}</dd>
    </>
  )
}

function Lines({ lines }: { lines: LineToCheck[] }) {
  const t = useT()
  return (
    <Card title={t('lines')} class="operations-lines">
      {lines.length === 0 ? (
        <Empty>{t('lines.none')}</Empty>
      ) : (
        <>
          <p>{t('lines.text')}</p>
          <ul class="rows">
            {lines.map(({ country, line, standing }) => (
              <li key={`${country.code} ${line.id}`}>
                <strong {...asWritten}>
                  {country.name}: {line.name}, {line.number ?? line.text?.number}
                </strong>
                <br />
                <span class="soft">{t(`standing.${standing}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
