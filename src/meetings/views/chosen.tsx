import { Notice } from '../../design/index.ts'
import { useGroupWords } from '../../groups/index.ts'
import { languageName } from '../../platform/languages.ts'
import { noFilters, usualKm } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import { type Condition, conditionsOf, finderPath, type Look, type Search } from '../finder/search.ts'
import type { SoughtWord } from '../finder/wanted.ts'
import { useT as useMeetingWords } from '../messages.ts'
import { type Place, placeLabel, placeQuestion } from '../places/place.ts'
import { dayName } from '../words.ts'

interface ChosenProps {
  search: Search
  look: Look
  near: Place | undefined
}

/** The conditions that are set, each with a way to take it off. */
export function Chosen({ search, look, near }: ChosenProps) {
  const t = useT()
  const label = useLabels(search, near)
  const conditions = conditionsOf(search.filters)
  if (conditions.length === 0) return null
  const cleared = { ...noFilters, km: usualKm }
  return (
    <section class="finder-chosen" aria-label={t('filter.active')}>
      <ul class="chips">
        {conditions.map((condition) => (
          <li key={`${condition.name} ${condition.value}`}>
            <a
              class="chip"
              href={finderPath(search, condition.without, look)}
              aria-label={t('filter.removeLabel', { what: label(condition) })}
            >
              <span dir="auto">{label(condition)}</span> <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {conditions.length > 1 && (
          <li>
            <a class="chip plain" href={finderPath(search, cleared, look)}>
              {t('filter.clear')}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

function useLabels({ filters }: Search, near: Place | undefined): (condition: Condition) => string {
  const t = useT()
  const group = useGroupWords()
  const say = useMeetingWords()
  return ({ name, value }) => {
    switch (name) {
      case 'words':
        return t('chip.words', { words: value })
      case 'from':
      case 'how':
        return t.any(`filter.${value}`)
      case 'fellowship':
        return value
      case 'kind':
        return group.any(`kind.${value}`)
      case 'when':
      case 'part':
        return t.any(`chip.${value}`)
      case 'days':
        return dayName(t.locale, Number(value))
      case 'language':
        return languageName(value, t.locale)
      case 'circle':
        return t('chip.circle', { circle: group.any(`circle.${value}`) })
      case 'practice':
        return t('chip.practice', { practice: group.any(`practice.${value}`) })
      case 'types':
        return say.any(`type.${value}`)
      case 'near':
        return t('chip.near', { km: filters.km, place: near ? placeLabel(near) : filters.near })
      case 'at':
        return t('chip.at', { km: filters.km })
    }
  }
}

/** What the words of the search were taken for, where they were not taken as they stand. */
export function WordsLine({ words }: { words: SoughtWord[] }) {
  const t = useT()
  const misspelt = words.filter((word) => word.said.length === 0 && word.nearly.length > 0)
  if (misspelt.length === 0) return null
  const quoted = (list: string[]) =>
    new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(
      list.map((each) => t('chip.words', { words: each })),
    )
  return (
    <>
      {misspelt.map((word) => (
        <p key={word.typed} class="finder-nearly" dir="auto" role="status">
          {t('words.nearly', { words: word.typed, nearly: quoted(word.nearly) })}
        </p>
      ))}
    </>
  )
}

interface NearProps {
  search: Search
  look: Look
  near: { found: Place | undefined; others: Place[] } | undefined
}

/** What was made of the place that was asked for, and others that may have been meant. */
export function NearLine({ search, look, near }: NearProps) {
  const t = useT()
  if (search.filters.at) return <p class="soft small">{t('place.position')}</p>
  if (!near) return null
  const { found, others } = near
  const links = others.map((place) => (
    <li key={`${place.country} ${place.id}`}>
      <a class="chip" href={finderPath(search, { near: placeQuestion(place) }, look)} dir="auto">
        {placeLabel(place)}
      </a>
    </li>
  ))
  if (found && links.length === 0) return null
  const body = links.length > 0 && (
    <>
      <p>{t(found ? 'place.others' : 'place.similar')}</p>
      <ul class="chips">{links}</ul>
    </>
  )
  if (found) return <div class="near-others">{body}</div>
  return (
    <Notice kind="warn" role="status">
      <p>{t('place.unknown', { words: search.filters.near })}</p>
      {body}
    </Notice>
  )
}
