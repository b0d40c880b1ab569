import {
  Button,
  Empty,
  Form,
  Layout,
  LinkButton,
  MistakeSummary,
  Select,
  TextField,
} from '../../../design/index.ts'
import type { Closed } from '../../found/closed.ts'
import { writePostMark } from '../../found/found.ts'
import { FoundRow } from '../../found/foundRow.tsx'
import type { Space } from '../../spaces/space.ts'
import { type Asked, searchPath } from '../asked.ts'
import type { Answer } from '../findPosts.ts'
import { useT } from '../messages.ts'

interface SearchPageProps {
  asked: Asked
  mistakes: Record<string, string>
  spaces: Space[]
  /** Undefined: nothing was asked yet. */
  answer: Answer | undefined
  hasOlder: boolean
  closed: Closed
  zone: string
}

export function SearchPage({ asked, mistakes, spaces, answer, hasOlder, closed, zone }: SearchPageProps) {
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
      <SearchForm asked={asked} mistakes={mistakes} spaces={spaces} />
      {answer && <Results asked={asked} answer={answer} hasOlder={hasOlder} closed={closed} zone={zone} />}
    </Layout>
  )
}

function SearchForm({ asked, mistakes, spaces }: Pick<SearchPageProps, 'asked' | 'mistakes' | 'spaces'>) {
  const t = useT()
  const mistakeOf = (field: string) => (mistakes[field] ? t.any(mistakes[field]) : undefined)
  const sentences = Object.keys(mistakes).map((field) => ({ field, sentence: mistakeOf(field) ?? '' }))
  const isNarrowed = asked.space !== '' || asked.author !== '' || asked.from !== '' || asked.to !== ''
  const everywhere = { value: '', label: t('space.all') }
  const places = spaces.map((space) => ({ value: space.id ?? '', label: space.name, asWritten: true }))
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
      <details class="more" open={isNarrowed || sentences.length > 0}>
        <summary>{t('more')}</summary>
        <Select name="space" label={t('space')} options={[everywhere, ...places]} value={asked.space} />
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
      </details>
      <Button>{t('send')}</Button>
    </Form>
  )
}

function Results({
  asked,
  answer,
  hasOlder,
  closed,
  zone,
}: Omit<SearchPageProps, 'answer' | 'mistakes' | 'spaces'> & { answer: Answer }) {
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
      <ol class="found">
        {posts.map((post) => (
          <FoundRow key={writePostMark(post)} post={post} zone={zone} terms={terms} closed={closed} />
        ))}
      </ol>
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
