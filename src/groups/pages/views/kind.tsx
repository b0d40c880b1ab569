import { asWritten, Card, Html, Layout, LinkButton } from '../../../design/index.ts'
import { type KindGuide, useGroupWords } from '../../index.ts'
import { addressOfList } from '../addresses.ts'
import { useT } from '../messages.ts'
import { Agendas } from './agenda.tsx'
import { KindIcon } from './kindIcon.tsx'

/** One kind of group: what it is, whom it suits, what is known, and how an hour of it goes. */
export function KindPage({ guide, agreements }: { guide: KindGuide; agreements: string }) {
  const t = useT()
  const words = useGroupWords()
  const title = words(`kind.${guide.kind}`)
  return (
    <Layout title={title} zone="none">
      <p class="kind-mark">
        <KindIcon kind={guide.kind} size={40} />
      </p>
      <h1>{title}</h1>
      <p class="lead" lang="en" data-content>
        {guide.what}
      </p>
      <div class="buttons">
        <LinkButton kind="primary" href={addressOfList({ kind: guide.kind })}>
          {t('kind.groups')}
        </LinkButton>
        <LinkButton href={`/groups/new?kind=${guide.kind}`}>{t('kind.start')}</LinkButton>
      </div>
      <div class="columns">
        <Card title={t('kind.suits')}>
          <Points points={guide.suits} />
        </Card>
        <Card title={t('kind.suitsLess')}>
          <Points points={guide.suitsLess} />
        </Card>
      </div>
      <h2 class="after-cards">{t('kind.expect')}</h2>
      <Html html={guide.html} lang="en" content />
      <Card title={t('kind.formats')}>
        <Agendas formats={guide.formats} />
      </Card>
      <Card title={t('kind.agreements')}>
        <p class="soft">{t('kind.agreements.lead')}</p>
        <Html html={agreements} lang="en" content />
      </Card>
      <Card title={t('kind.evidence')}>
        <p>
          <strong>{words(`strength.${guide.evidence.strength}`)}</strong>
        </p>
        <p lang="en" data-content>
          {guide.evidence.text}
        </p>
        <h3>{t('kind.sources')}</h3>
        <ul class="kind-sources">
          {guide.sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`} lang="en" {...asWritten}>
              <a href={source.url} rel="noopener noreferrer">
                {source.title}
              </a>
            </li>
          ))}
        </ul>
        <p class="soft small">{t('kind.reviewed', { day: dayInWords(guide.reviewedOn, t.locale) })}</p>
      </Card>
    </Layout>
  )
}

function dayInWords(day: string, locale: string): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale, { dateStyle: 'long' })
}

function Points({ points }: { points: string[] }) {
  return (
    <ul lang="en" data-content>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}
