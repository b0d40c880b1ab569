import { Empty, Layout, LinkButton } from '../../../design/index.ts'
import type { Closed } from '../../found/closed.ts'
import { type FoundPost, writePostMark } from '../../found/found.ts'
import { FoundRows } from '../../found/foundRow.tsx'
import { daysOf, neighbours, type Stretch, stretchPath } from '../days.rules.ts'
import { useT } from '../messages.ts'
import { CourseInWords } from './course.tsx'

interface DaysPageProps {
  stretch: Stretch
  posts: FoundPost[]
  /** Where nothing was written: the nearest before and after. */
  nearest: Stretch[]
  isFirstPage: boolean
  hasOlder: boolean
  closed: Closed
  zone: string
}

/** What people wrote on one day, in one week or at one step. */
export function DaysPage(props: DaysPageProps) {
  const t = useT()
  const { stretch, posts, isFirstPage } = props
  const title = t(`title.${stretch.by}`, { number: stretch.number })
  return (
    <Layout title={title} zone="open" sheets={['forum/found']} unlisted>
      <h1>{title}</h1>
      <p class="lead">{t('lead')}</p>
      <Neighbours stretch={stretch} />
      {stretch.by !== 'step' && isFirstPage && <CourseInWords {...daysOf(stretch)} />}
      <h2>{t('list')}</h2>
      {posts.length === 0 ? <NobodyYet {...props} /> : <FoundList {...props} path={stretchPath(stretch)} />}
      <div class="buttons">
        {stretch.by === 'day' && (
          <LinkButton href={`/forum/days/ahead?of=${stretch.number}`}>{t('ahead.link')}</LinkButton>
        )}
        <LinkButton href="/forum/days/all">{t('other')}</LinkButton>
      </div>
    </Layout>
  )
}

function Neighbours({ stretch }: { stretch: Stretch }) {
  const t = useT()
  const { before, after } = neighbours(stretch)
  return (
    <nav class="pager" aria-label={t('neighbours')}>
      {before ? <StretchLink stretch={before} rel="prev" /> : <span />}
      {after ? <StretchLink stretch={after} rel="next" /> : <span />}
    </nav>
  )
}

function StretchLink({ stretch, rel }: { stretch: Stretch; rel?: string }) {
  const t = useT()
  return (
    <LinkButton href={stretchPath(stretch)} {...(rel ? { rel } : {})}>
      {t(`link.${stretch.by}`, { number: stretch.number })}
    </LinkButton>
  )
}

function NobodyYet({ stretch, nearest }: DaysPageProps) {
  const t = useT()
  return (
    <Empty>
      <p>{t(`empty.${stretch.by}`, { number: stretch.number })}</p>
      {nearest.length > 0 && (
        <>
          <p>{t('empty.nearest')}</p>
          <div class="buttons">
            {nearest.map((one) => (
              <StretchLink key={one.number} stretch={one} />
            ))}
          </div>
        </>
      )}
      <LinkButton kind="primary" href="/forum/new">
        {t('empty.write')}
      </LinkButton>
    </Empty>
  )
}

interface FoundListProps {
  posts: FoundPost[]
  isFirstPage: boolean
  hasOlder: boolean
  closed: Closed
  zone: string
  /** The address of the first page. */
  path: string
}

export function FoundList({ posts, isFirstPage, hasOlder, closed, zone, path }: FoundListProps) {
  const t = useT()
  const last = posts.at(-1)
  const older = `${path}${path.includes('?') ? '&' : '?'}before=`
  return (
    <>
      <FoundRows posts={posts} zone={zone} closed={closed} />
      <div class="buttons">
        {!isFirstPage && <LinkButton href={path}>{t('newest')}</LinkButton>}
        {hasOlder && last && <LinkButton href={`${older}${writePostMark(last)}`}>{t('older')}</LinkButton>}
      </div>
    </>
  )
}
