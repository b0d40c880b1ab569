import { Empty, Layout, Time } from '../../../design/index.ts'
import { useT } from '../../messages.ts'
import { postPath } from '../post.ts'
import type { Thanked } from '../thanks.store.ts'

/** For what a member was thanked: in words, one line for each post, no number anywhere. */
export function ThanksPage({ thanked, zone }: { thanked: Thanked[]; zone: string }) {
  const t = useT()
  return (
    <Layout title={t('thanks.title')} zone="own">
      <h1>{t('thanks.title')}</h1>
      <p class="lead">{t('thanks.lead')}</p>
      {thanked.length === 0 ? (
        <Empty>
          <p>{t('thanks.none')}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {thanked.map((one) => (
            <li key={postPath(one)}>
              {t('thanks.for')}{' '}
              <a href={postPath(one)} dir="auto">
                {one.title}
              </a>{' '}
              <Time at={one.thankedAt} zone={zone} locale={t.locale} format={{ dateStyle: 'medium' }} />
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}
