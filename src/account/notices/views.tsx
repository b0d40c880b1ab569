import { Empty, Layout, Time } from '../../design/index.ts'
import { useReachWords, useT } from './messages.ts'
import { keptDays } from './rules.ts'
import type { Notice } from './store.ts'

const moment = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const

interface SaidNotice extends Notice {
  sentence: string
}

export function NoticesPage({ notices, zone }: { notices: SaidNotice[]; zone: string }) {
  const t = useT()
  const reach = useReachWords()
  const fresh = notices.filter(({ readAt }) => !readAt)
  const earlier = notices.filter(({ readAt }) => readAt)
  return (
    <Layout title={t('title')} zone="own" sheets={['account/notices/list']}>
      <h1>{t('title')}</h1>
      <p>
        {t('lead', { days: keptDays })} <a href="/account/reach">{reach('link')}</a>
      </p>
      {notices.length === 0 && (
        <Empty>
          <p>{t('empty')}</p>
        </Empty>
      )}
      {fresh.length > 0 && (
        <section>
          <h2>{t('fresh')}</h2>
          <NoticeList notices={fresh} zone={zone} />
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t('earlier')}</h2>
          <NoticeList notices={earlier} zone={zone} />
        </section>
      )}
    </Layout>
  )
}

function NoticeList({ notices, zone }: { notices: SaidNotice[]; zone: string }) {
  const t = useT()
  return (
    <ul class="notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <a href={notice.link} dir="auto">
            {notice.sentence}
          </a>
          <Time at={notice.createdAt} zone={zone} locale={t.locale} format={moment} />
        </li>
      ))}
    </ul>
  )
}
