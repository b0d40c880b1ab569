import { asWritten, Button, Card, Form, Layout, Notice } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { ChangeExample } from '../report.store.ts'
import type { Import } from '../store.ts'
import { Changes } from './changes.tsx'
import { Lines, type LinesProps } from './lines.tsx'

interface PageProps extends LinesProps {
  examples: ChangeExample[]
}

export function isOver(report: Import): boolean {
  return report.status !== 'waiting' && report.status !== 'running'
}

export function ImportPage(props: PageProps) {
  const { report } = props
  const t = useT()
  const over = isOver(report)
  return (
    <Layout
      title={t('import.title')}
      zone="own"
      unlisted
      sheets={['meetings/feeds/lists']}
      islands={over ? [] : ['meetings/feeds/progress']}
    >
      <p class="small">
        <a href={`/operations/feeds/${report.feedId}`} dir="auto">
          {report.feedName}
        </a>
        {' · '}
        <a href="/operations/feeds">{t('import.back')}</a>
      </p>
      <h1>{t('import.title')}</h1>
      <p class="lead" dir="auto">
        {report.feedName}
      </p>
      {!over && (
        <div data-import-live={`/operations/feeds/imports/${report.id}/live`} aria-live="polite">
          <Progress {...{ report }} />
        </div>
      )}
      {/* Only where no script does it: a page that loads anew takes the place of whoever hears it. */}
      {!over && (
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      )}
      <Ended {...{ report }} />
      <Held {...{ report }} />
      {report.heldFor !== 'columns' && (report.status === 'done' || report.heldFor !== null) && (
        <Report {...props} />
      )}
    </Layout>
  )
}

export function Progress({ report }: { report: Import }) {
  const t = useT()
  const { done, total } = report
  return (
    <Card title={t('import.running')}>
      <p>{total > 0 ? t('import.progress', { done, total }) : t('import.waiting')}</p>
      <progress {...(total > 0 ? { max: total, value: done } : {})} aria-label={t('import.running')} />
      <p class="soft small">{t('import.refreshes')}</p>
    </Card>
  )
}

function Ended({ report }: { report: Import }) {
  const t = useT()
  if (report.status === 'left') return <Notice title={t('import.left')} />
  if (report.status !== 'failed') return null
  return (
    <Notice kind="danger" title={t('import.failed')}>
      <p>{t.any(report.failure ?? 'import.fault', { detail: report.failureDetail ?? '' })}</p>
    </Notice>
  )
}

/** What waits for the operator, and the ways on. */
function Held({ report }: { report: Import }) {
  const t = useT()
  if (report.status !== 'held' || report.heldFor === null) return null
  const action = `/operations/feeds/imports/${report.id}/decide`
  const { taken, added, changed, gone, nothingRemovedOf: before } = report
  return (
    <Notice kind="warn" title={t(`held.${report.heldFor}`)}>
      <p>{t(`held.${report.heldFor}Why`, { taken, added, changed, gone, before: before ?? 0 })}</p>
      {report.heldFor === 'columns' ? (
        <div class="buttons">
          <a class="button primary" href={`/operations/feeds/${report.feedId}/columns`}>
            {t('held.describe')}
          </a>
          <Form action={action}>
            <Button kind="plain" name="act" value="leave">
              {t('held.leave')}
            </Button>
          </Form>
        </div>
      ) : (
        <Form action={action}>
          <div class="buttons">
            {report.heldFor === 'shrunk' && (
              <Button name="act" value="keep">
                {t('held.keep')}
              </Button>
            )}
            <Button kind={report.heldFor === 'shrunk' ? 'danger' : 'primary'} name="act" value="apply">
              {t('held.apply')}
            </Button>
            <Button kind="plain" name="act" value="leave">
              {t('held.leave')}
            </Button>
          </div>
        </Form>
      )}
    </Notice>
  )
}

function Report(props: PageProps) {
  const { report, examples } = props
  const t = useT()
  const numbers = (
    ['records', 'taken', 'mended', 'refused', 'added', 'changed', 'gone', 'same'] as const
  ).map((name) => [name, report[name]] as const)
  const also = (['joined', 'renamed'] as const).filter((name) => report[name] > 0)
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
      {also.map((name) => (
        <p key={name}>{t(`import.${name}`, { count: report[name] })}</p>
      ))}
      {report.nothingRemovedOf !== null && report.status === 'done' && (
        <Notice kind="warn">
          <p>{t('report.nothingRemoved', { taken: report.taken, before: report.nothingRemovedOf })}</p>
        </Notice>
      )}
      <Changes {...{ report, examples }} />
      <Lines {...props} />
    </>
  )
}
