import { asWritten, Button, Card, Empty, Form, Layout, Notice } from '../../../design/index.ts'
import { useT } from '../messages.ts'
import type { Reading } from '../record.ts'
import { lineSentence } from '../sentence.ts'
import type { Feed } from '../store.ts'
import { type ColumnMeaning, tableFields } from '../tables/fields.ts'
import type { Table } from '../tables/parse.ts'
import { PreviewMeeting } from './preview.tsx'

interface PageProps {
  feed: Feed
  table: Table | undefined
  columns: ColumnMeaning[]
  /** Nobody has chosen yet: what stands there is a guess. */
  guessed: boolean
  mistake?: 'double' | 'name' | 'when'
  preview?: Reading
}

const shownRows = 3

export function ColumnsPage(props: PageProps) {
  const { feed, table, guessed, mistake, preview } = props
  const t = useT()
  return (
    <Layout title={t('columns.title')} zone="own" unlisted sheets={['meetings/feeds/lists']}>
      <p class="small">
        <a href={`/operations/feeds/${feed.id}`} dir="auto">
          {feed.name}
        </a>
      </p>
      <h1>{t('columns.title')}</h1>
      {table === undefined ? (
        <Empty>{t('columns.none')}</Empty>
      ) : (
        <>
          <p class="lead">{t(guessed ? 'columns.guessed' : 'columns.chosen')}</p>
          {mistake && <Notice kind="danger" role="alert" title={t(`columns.mistake.${mistake}`)} />}
          {preview && <Preview {...{ preview }} />}
          <Choose {...props} table={table} />
        </>
      )}
    </Layout>
  )
}

function Choose({ feed, table, columns }: PageProps & { table: Table }) {
  const t = useT()
  const chosen = new Map(columns.map(({ column, field }) => [column, field]))
  return (
    <Form action={`/operations/feeds/${feed.id}/columns`} class="columns-form">
      <ul class="rows">
        {table.columns.map((column, index) => {
          const id = `column-${index}`
          const cells = table.rows.map((row) => (row[column] ?? '').trim())
          // The first rows; where they hold nothing, the first that do.
          const first = cells.slice(0, shownRows)
          const examples = first.some(Boolean) ? first : cells.filter(Boolean).slice(0, 1)
          return (
            <li key={column} class="column-row">
              <div>
                <label for={id} dir="auto" {...asWritten}>
                  {column}
                </label>
                <p class="hint column-cells" id={`${id}-hint`}>
                  {examples.length === 0 ? t('columns.empty') : <Cells {...{ examples }} />}
                </p>
              </div>
              <select id={id} name={id} aria-describedby={`${id}-hint`}>
                <option value="">{t('columns.leaveOut')}</option>
                {tableFields.map((field) => (
                  <option key={field} value={field} selected={chosen.get(column) === field}>
                    {t(`columns.${field}`)}
                  </option>
                ))}
              </select>
            </li>
          )
        })}
      </ul>
      <div class="buttons">
        <Button kind="quiet" name="act" value="preview">
          {t('columns.preview')}
        </Button>
        <Button name="act" value="save">
          {t('columns.save')}
        </Button>
      </div>
    </Form>
  )
}

function Cells({ examples }: { examples: string[] }) {
  return (
    <>
      {examples.map((example, row) => (
        <span key={`${row} ${example}`} dir="auto" {...asWritten}>
          {example.slice(0, 60).toWellFormed() || '–'}
        </span>
      ))}
    </>
  )
}

const previewed = 6

function Preview({ preview }: { preview: Reading }) {
  const t = useT()
  const refused = preview.lines.filter((line) => line.action === 'refused')
  return (
    <Card title={t('columns.would', { taken: preview.meetings.length, records: preview.records })}>
      <ul class="rows">
        {preview.meetings.slice(0, previewed).map((meeting) => (
          <li key={meeting.externalId}>
            <PreviewMeeting {...{ meeting }} />
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, previewed).map((line) => (
            <li key={line.record} dir="auto">
              {lineSentence(t, line)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
