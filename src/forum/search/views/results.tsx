import { Empty, LinkButton } from '../../../design/index.ts'
import type { Closed } from '../../found/closed.ts'
import { writePostMark } from '../../found/found.ts'
import { FoundRows } from '../../found/foundRow.tsx'
import { type Asked, searchPath } from '../asked.ts'
import type { Answer } from '../findPosts.ts'
import { useT } from '../messages.ts'

interface ResultsProps {
  asked: Asked
  answer: Answer
  hasOlder: boolean
  closed: Closed
  zone: string
}

/** What was found. It knows no member: it stands on the pages of all who ask for the same. */
export function Results({ asked, answer, hasOlder, closed, zone }: ResultsProps) {
  const t = useT()
  const { posts, lookedBackTo, instead, isSome, terms } = answer
  const last = posts.at(-1)
  const words = asked.words
  return (
    <section class="after">
      <h2>{t('found')}</h2>
      {instead !== undefined && <p role="status">{t('instead', { words, instead })}</p>}
      {isSome && <p role="status">{t('some', { words })}</p>}
      {posts.length === 0 && !lookedBackTo && (
        <Empty>
          <p>{words === '' ? t('none.filters') : t('none', { words })}</p>
          {words !== '' && <p>{t('none.hint')}</p>}
        </Empty>
      )}
      <FoundRows posts={posts} zone={zone} terms={terms} closed={closed} />
      {lookedBackTo && <FurtherBack at={lookedBackTo.at} zone={zone} />}
      <div class="buttons">
        {asked.before !== '' && (
          <LinkButton href={searchPath({ ...asked, before: '' })}>{t('back')}</LinkButton>
        )}
        {hasOlder && last && (
          <LinkButton href={searchPath({ ...asked, before: writePostMark(last) })}>{t('older')}</LinkButton>
        )}
        {lookedBackTo && (
          <LinkButton href={searchPath({ ...asked, before: furtherMark(lookedBackTo) })}>
            {t('further')}
          </LinkButton>
        )}
      </div>
    </section>
  )
}

function furtherMark({ at, topicId, number }: NonNullable<Answer['lookedBackTo']>): string {
  return writePostMark({ createdAt: at, topicId, number })
}

function FurtherBack({ at, zone }: { at: Temporal.Instant; zone: string }) {
  const t = useT()
  const date = new Intl.DateTimeFormat(t.locale, { dateStyle: 'long', timeZone: zone }).format(
    at.epochMilliseconds,
  )
  return <p>{t('further.why', { date })}</p>
}
