import {
  Button,
  Form,
  Layout,
  MistakeSummary,
  PieceHere,
  Select,
  TextField,
  useStill,
} from '../../../design/index.ts'
import type { Asked } from '../asked.ts'
import { useT } from '../messages.ts'
import type { Places } from '../places.ts'

interface SearchPageProps {
  asked: Asked
  mistakes: Record<string, string>
  places: Places
  /** Whether the piece of what was found stands below. */
  hasResults?: boolean
}

export function SearchPage({ asked, mistakes, places, hasResults = false }: SearchPageProps) {
  const t = useT()
  return (
    <Layout
      title={asked.words ? t('titleFor', { words: asked.words }) : t('title')}
      zone="open"
      sheets={['forum/found']}
      unlisted
    >
      <h1>{t('title')}</h1>
      {!hasResults && <p class="lead">{t('lead')}</p>}
      <SearchForm asked={asked} mistakes={mistakes} places={places} />
      {hasResults && <PieceHere />}
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
