import { asWritten, Empty, Pager } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Line } from '../record.ts'
import type { LineCount } from '../report.store.ts'
import { whySentence } from '../sentence.ts'
import type { Import } from '../store.ts'
import { Of } from './parts.tsx'
import { correctPath } from './records.tsx'

export interface LinesProps {
  report: Import
  counts: LineCount[]
  action: Line['action']
  lines: Line[]
  number: number
  pages: number
}

/** What was refused and what was mended, record by record, each with the way to correct it. */
export function Lines({ report, counts, action, lines, number, pages }: LinesProps) {
  const t = useT()
  if (counts.length === 0) return <Empty>{t('import.allWell')}</Empty>
  const path = (which: string) => `/operations/feeds/imports/${report.id}?lines=${which}`
  const total = (which: Line['action']) =>
    counts.filter((each) => each.action === which).reduce((sum, each) => sum + each.lines, 0)
  return (
    <>
      <nav class="import-tabs" aria-label={t('import.lines')}>
        {(['refused', 'mended'] as const).map((which) => (
          <a key={which} href={path(which)} {...(which === action ? { 'aria-current': 'page' } : {})}>
            {t(`report.${which}`, { count: total(which) })}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? (
        <Empty>{t('import.noLines')}</Empty>
      ) : (
        <ul class="rows import-lines">
          {lines.map((line, index) => (
            <li key={`${line.record} ${index}`}>
              <p>
                <span class="soft">{t('import.record', { record: line.record })}</span>{' '}
                <span dir="auto">{line.name}</span>
              </p>
              <p class="small">
                <code {...asWritten}>{line.field}</code> {whySentence(t, line)}
              </p>
              {line.externalId && report.status === 'done' && line.why !== 'slug_repeated' && (
                <p>
                  <a class="small" href={correctPath(report.feedId, line.externalId)}>
                    {t('lines.correct')}
                    <Of name={line.name} />
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {report.linesLeftOut > 0 && (
        <p class="soft small">{t('lines.leftOut', { count: report.linesLeftOut })}</p>
      )}
      <Pager page={number} pages={pages} href={(page) => `${path(action)}&page=${page}`} />
    </>
  )
}
