import { asWritten, Card, Empty, Layout, Notice, Pager } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Line } from '../record.ts'
import { whySentence } from '../sentence.ts'
import type { Import, LineCount } from '../store.ts'

interface PageProps {
  report: Import
  counts: LineCount[]
  action: Line['action']
  lines: Line[]
  number: number
  pages: number
}

export function isOver(report: Import): boolean {
  return report.status === 'done' || report.status === 'failed'
}

export function ImportPage(props: PageProps) {
  const { report } = props
  const t = useT()
  return (
    <Layout title={t('import.title')} zone="own" unlisted sheets={['meetings/feeds/lists']}>
      <p class="small">
        <a href="/operations/feeds">{t('import.back')}</a>
      </p>
      <h1>{t('import.title')}</h1>
      <p class="lead" dir="auto">
        {report.feedName}
      </p>
      <Progress {...{ report }} />
      {report.status === 'done' && <Report {...props} />}
    </Layout>
  )
}

function Progress({ report }: { report: Import }) {
  const t = useT()
  if (report.status === 'failed') {
    return (
      <Notice kind="danger" title={t('import.failed')}>
        <p>{t.any(report.failure ?? 'import.fault', { detail: report.failureDetail ?? '' })}</p>
      </Notice>
    )
  }
  if (report.status === 'done') return null
  const { done, total } = report
  return (
    <Card title={t('import.running')}>
      <p>{total > 0 ? t('import.progress', { done, total }) : t('import.waiting')}</p>
      <progress {...(total > 0 ? { max: total, value: done } : {})} aria-label={t('import.running')} />
      <p class="soft small">{t('import.refreshes')}</p>
    </Card>
  )
}

function Report(props: PageProps) {
  const { report, counts } = props
  const t = useT()
  const numbers = [
    ['records', report.records],
    ['taken', report.taken],
    ['mended', report.mended],
    ['refused', report.refused],
    ['added', report.added],
    ['changed', report.changed],
    ['gone', report.gone],
    ['same', report.same],
  ] as const
  return (
    <>
      <dl class="import-numbers">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`import.${name}`)}</dt>
            <dd {...asWritten}>{new Intl.NumberFormat(t.locale).format(value)}</dd>
          </div>
        ))}
      </dl>
      {report.nothingRemovedOf !== null && (
        <Notice kind="warn">
          <p>{t('report.nothingRemoved', { taken: report.taken, before: report.nothingRemovedOf })}</p>
        </Notice>
      )}
      {counts.length === 0 ? <Empty>{t('import.allWell')}</Empty> : <Lines {...props} />}
    </>
  )
}

function Lines({ report, counts, action, lines, number, pages }: PageProps) {
  const t = useT()
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
            </li>
          ))}
        </ul>
      )}
      <Pager page={number} pages={pages} href={(page) => `${path(action)}&page=${page}`} />
    </>
  )
}
