import { asWritten, Empty, Layout, LinkButton } from '../../design/index.ts'
import type { LogEntry } from '../log/index.ts'
import { useT } from '../messages.ts'

export function LogPage({ entries, hasOlder }: { entries: LogEntry[]; hasOlder: boolean }) {
  const t = useT()
  const last = entries.at(-1)
  return (
    <Layout title={t('log.title')} zone="none" sheets={['moderation/keeping']} wide>
      <h1>{t('log.title')}</h1>
      <p class="lead">{t('log.lead')}</p>
      {entries.length === 0 ? (
        <Empty>
          <p>{t('log.empty')}</p>
        </Empty>
      ) : (
        <table class="log">
          <caption>{t('log.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('log.date')}</th>
              <th scope="col">{t('log.what')}</th>
              <th scope="col">{t('log.rule')}</th>
              <th scope="col">{t('log.keeper')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.number}>
                <td>
                  <time dateTime={entry.onDate.toString()} {...asWritten}>
                    {entry.onDate.toString()}
                  </time>
                </td>
                <td>{t.any(`log.${entry.what}`)}</td>
                <td>{entry.category === 'held' ? t('log.held') : t.any(`category.${entry.category}`)}</td>
                <td {...asWritten}>{entry.keeper}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasOlder && last && (
        <div class="buttons">
          <LinkButton href={`/moderation/log?before=${last.number}`}>{t('log.older')}</LinkButton>
        </div>
      )}
      <p>{t('log.chain')}</p>
      {entries[0] && (
        <p class="fingerprint" {...asWritten}>
          {entries[0].number} · {entries[0].hash.toString('hex')}
        </p>
      )}
    </Layout>
  )
}
