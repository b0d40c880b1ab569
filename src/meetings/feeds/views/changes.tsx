import { Card } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { ChangeExample } from '../report.store.ts'
import type { Import } from '../store.ts'
import { correctPath } from './records.tsx'

/** What an import changes, with a few of each: the removals first, for they are what cannot be seen later. */
export function Changes({ report, examples }: { report: Import; examples: ChangeExample[] }) {
  const t = useT()
  const kinds = (['gone', 'changed', 'added'] as const).filter((kind) => report[kind] > 0)
  if (examples.length === 0 || kinds.length === 0) return null
  return (
    <Card title={t('changes.title')}>
      {kinds.map((kind) => {
        const shown = examples.filter((each) => each.change === kind)
        const more = report[kind] - shown.length
        return (
          <details key={kind} class="import-changes" open={report.status === 'held' && kind === 'gone'}>
            <summary>{t(`changes.${kind}`, { count: report[kind] })}</summary>
            <ul>
              {shown.map((each) => (
                <li key={each.externalId}>
                  <Example {...{ report, each }} />
                </li>
              ))}
            </ul>
            {more > 0 && <p class="soft small">{t('changes.more', { count: more })}</p>}
          </details>
        )
      })}
    </Card>
  )
}

function Example({ report, each }: { report: Import; each: ChangeExample }) {
  const t = useT()
  const isHere = report.status === 'done' && each.change !== 'gone'
  return (
    <>
      {isHere ? (
        <a href={correctPath(report.feedId, each.externalId)} dir="auto">
          {each.name}
        </a>
      ) : (
        <span dir="auto">{each.name}</span>
      )}
      {each.fields.map(({ field, was, became }) => (
        <span key={field} class="import-field soft small">
          {field === 'other' ? (
            t('change.other')
          ) : (
            <>
              {t(`change.${field}`)}: <del dir="auto">{was || '–'}</del> →{' '}
              <ins dir="auto">{became || '–'}</ins>
            </>
          )}
        </span>
      ))}
    </>
  )
}
