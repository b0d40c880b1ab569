import { asWritten, Card, Layout } from '../../../design/index.ts'
import { usePasskeyT, useT } from '../../devices/messages.ts'
import type { HeldTable } from '../store.ts'

interface HeldProps {
  tables: HeldTable[]
  /** Whether there is a sentence for a column. */
  knows: (table: string, column: string) => boolean
}

/** What an order of a court, a thief of the disk or a curious operator would get: read from the schema, column by column. */
export function HeldPage({ tables, knows }: HeldProps) {
  const t = useT()
  const passkey = usePasskeyT()
  const others = tables.filter(({ of }) => of === 'other')
  return (
    <Layout title={t('held.title')} zone="none" sheets={['journal/devices/devices']}>
      <h1>{t('held.title')}</h1>
      <p class="lead">{t('held.lead')}</p>
      <p>{t('held.how')}</p>
      {(['vault', 'account'] as const).map((of) => (
        <Card key={of} title={t(`held.${of}.title`)}>
          <p>{t(`held.${of}.text`)}</p>
          {tables
            .filter((table) => table.of === of)
            .map((table) => (
              <Table key={table.name} {...table} knows={knows} />
            ))}
        </Card>
      ))}
      <Card title={t('held.other.title')}>
        <p>{t('held.other.text')}</p>
        <ul class="rows">
          {others.map(({ name, columns }) => (
            <li key={name} {...asWritten}>
              <code>{name}</code>: {columns.join(', ')}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('held.never.title')}>
        <ul>
          {(['address', 'name', 'text', 'time', 'whose'] as const).map((what) => (
            <li key={what}>{t(`held.never.${what}`)}</li>
          ))}
          <li>{passkey('held.never')}</li>
        </ul>
      </Card>
      <Card title={t('held.not.title')}>
        <p>{t('held.not.text')}</p>
      </Card>
    </Layout>
  )
}

function Table({ name, columns, knows }: HeldTable & Pick<HeldProps, 'knows'>) {
  const t = useT()
  return (
    <>
      <h3 {...asWritten}>{name}</h3>
      <dl class="held">
        {columns.map((column) => (
          <div key={column}>
            <dt {...asWritten}>
              <code>{column}</code>
            </dt>
            <dd>{knows(name, column) ? t.any(`held.${name}.${column}`) : t('held.untold')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
