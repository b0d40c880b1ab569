import { Day } from '../../design/index.ts'
import { useT } from '../messages.ts'
import type { Source } from '../sources.ts'

interface SourceListProps {
  sources: Source[]
  reviewedOn: Temporal.PlainDate
}

/** Where a page's statements come from, numbered as its citations are, each with how far it carries. */
export function SourceList({ sources, reviewedOn }: SourceListProps) {
  const t = useT()
  return (
    <section class="cited-sources" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <p class="soft small">{t('sources.lead')}</p>
      <ol>
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <span lang="en" data-content>
              {source.text}
            </span>{' '}
            <span class={`carries ${source.strength}`}>{t(`strength.${source.strength}`)}</span>
            {source.url && ' '}
            {source.url && (
              <a href={source.url} rel="noreferrer noopener">
                {t('source.open')}
              </a>
            )}
          </li>
        ))}
      </ol>
      <p class="soft small">
        {t('reviewed')} <Day on={reviewedOn} />. {t('reviewed.by')}
      </p>
    </section>
  )
}
