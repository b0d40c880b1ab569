import {
  Button,
  Empty,
  Form,
  Layout,
  LinkButton,
  MistakeSummary,
  Select,
  TextField,
  useStill,
} from '../../../design/index.ts'
import type { Closed } from '../../found/closed.ts'
import { writePostMark } from '../../found/found.ts'
import { FoundRows } from '../../found/foundRow.tsx'
import { type Asked, searchPath } from '../asked.ts'
import type { Answer } from '../findPosts.ts'
import { useT } from '../messages.ts'
import type { Places } from '../places.ts'

interface SearchPageProps {
  asked: Asked
  mistakes: Record<string, string>
  places: Places
  /** Undefined: nothing was asked yet. */
  answer: Answer | undefined
  hasOlder: boolean
  closed: Closed
  zone: string
}

export function SearchPage({ asked, mistakes, places, answer, hasOlder, closed, zone }: SearchPageProps) {
  const t = useT()
  return (
    <Layout
      title={asked.words ? t('titleFor', { words: asked.words }) : t('title')}
      zone="open"
      sheets={['forum/found']}
      unlisted
    >
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <SearchForm asked={asked} mistakes={mistakes} places={places} />
      {answer && <Results asked={asked} answer={answer} hasOlder={hasOlder} closed={closed} zone={zone} />}
    </Layout>
  )
}

function SearchForm({ asked, mistakes, places }: Pick<SearchPageProps, 'asked' | 'mistakes' | 'places'>) {
  const t = useT()
  const mistakeOf = (field: string) => (mistakes[field] ? t.any(mistakes[field]) : undefined)
  const sentences = Object.keys(mistakes).map((field) => ({ field, sentence: mistakeOf(field) ?? '' }))
  const isNarrowed = asked.space !== '' || asked.author !== '' || asked.from !== '' || asked.to !== ''
  return (
    <Form action="/forum/search" method="get" class="search-form">
      <MistakeSummary mistakes={sentences} />
      <TextField
        name="q"
        type="search"
        label={t('label')}
        hint={t('hint')}
        value={asked.words}
        maxlength={200}
      />
      {isNarrowed || sentences.length > 0 ? (
        <details class="more" open>
          <Filters asked={asked} places={places} mistakeOf={mistakeOf} />
        </details>
      ) : (
        <NoFilters places={places} />
      )}
      <Button>{t('send')}</Button>
    </Form>
  )
}

/** The same for nearly everybody who searches. */
function NoFilters({ places }: { places: Places }) {
  const asked = { space: '', author: '', from: '', to: '' }
  const draw = () => <Filters asked={asked} places={places} mistakeOf={() => undefined} />
  return <details class="more" {...useStill(`search filters ${places.key}`, draw)} />
}

interface FiltersProps {
  asked: Pick<Asked, 'space' | 'author' | 'from' | 'to'>
  places: Places
  mistakeOf: (field: string) => string | undefined
}

function Filters({ asked, places, mistakeOf }: FiltersProps) {
  const t = useT()
  const everywhere = { value: '', label: t('space.all') }
  const named = places.spaces.map((space) => ({ value: space.id ?? '', label: space.name, asWritten: true }))
  return (
    <>
      <summary>{t('more')}</summary>
      <Select name="space" label={t('space')} options={[everywhere, ...named]} value={asked.space} />
      <TextField
        name="author"
        label={t('author')}
        hint={t('author.hint')}
        value={asked.author}
        mistake={mistakeOf('author')}
        maxlength={40}
        autocomplete="off"
      />
      <p class="hint">{t('days.hint')}</p>
      <div class="side-by-side">
        <TextField
          name="from"
          label={t('from')}
          value={asked.from}
          mistake={mistakeOf('from')}
          inputmode="numeric"
          maxlength={4}
          short
        />
        <TextField name="to" label={t('to')} value={asked.to} inputmode="numeric" maxlength={4} short />
      </div>
    </>
  )
}

function Results({
  asked,
  answer,
  hasOlder,
  closed,
  zone,
}: Omit<SearchPageProps, 'answer' | 'mistakes' | 'places'> & { answer: Answer }) {
  const t = useT()
  const { posts, lookedBackTo, instead, terms } = answer
  const last = posts.at(-1)
  const words = asked.words
  return (
    <section class="after">
      <h2>{t('found')}</h2>
      {instead !== undefined && <p role="status">{t('instead', { words, instead })}</p>}
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
