import { Button, Form, Select, TextField } from '../../design/index.ts'
import { groupKinds, useGroupWords } from '../../groups/index.ts'
import {
  activeFilters,
  distancesKm,
  type FilterName,
  type Filters,
  finderPath,
  ways,
} from '../finder/filters.ts'
import { useT } from '../messages.ts'
import { type Place, placeLabel } from '../places/place.ts'
import { dayName } from '../words.ts'

interface FormProps {
  filters: Filters
  zoneAsked: string | undefined
}

const wayKeys = { online: 'filter.online', in_person: 'filter.inPerson', hybrid: 'filter.hybrid' } as const

export function FilterForm({ filters, zoneAsked }: FormProps) {
  const t = useT()
  const group = useGroupWords()
  const any = (label: string) => ({ value: '', label })
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: dayName(t.locale, day),
    asWritten: true,
  }))
  const kinds = groupKinds.map((kind) => ({ value: kind, label: group(`kind.${kind}`) }))
  return (
    <search>
      <Form action="/meetings" method="get" class="card finder-form">
        {zoneAsked && <input type="hidden" name="zone" value={zoneAsked} />}
        <TextField
          name="words"
          type="search"
          label={t('filter.words')}
          hint={t('filter.wordsHint')}
          value={filters.words}
          maxlength={120}
        />
        <Button>{t('filter.submit')}</Button>
        <details class="finder-more">
          <summary>{t('filter.more')}</summary>
          <div class="finder-fields">
            <Select
              name="kind"
              label={t('filter.kind')}
              value={filters.kind ?? ''}
              options={[any(t('filter.anyKind')), ...kinds]}
            />
            <Select
              name="how"
              label={t('filter.how')}
              value={filters.how ?? ''}
              options={[
                any(t('filter.anyHow')),
                ...ways.map((way) => ({ value: way, label: t(wayKeys[way]) })),
              ]}
            />
            <Select
              name="day"
              label={t('filter.day')}
              value={filters.day ? String(filters.day) : ''}
              options={[any(t('filter.anyDay')), ...days]}
            />
            <TextField
              name="near"
              label={t('filter.near')}
              hint={t('filter.nearHint')}
              value={filters.near}
              maxlength={120}
            />
            <Select
              name="km"
              label={t('filter.within')}
              value={String(filters.km)}
              options={distancesKm.map((km) => ({ value: String(km), label: t('filter.km', { km }) }))}
            />
          </div>
        </details>
      </Form>
    </search>
  )
}

interface ChosenProps extends FormProps {
  near: Place | undefined
}

/** The conditions that are set, each with a way to take it off. */
export function Chosen({ filters, zoneAsked, near }: ChosenProps) {
  const t = useT()
  const group = useGroupWords()
  const active = activeFilters(filters)
  if (active.length === 0) return null
  const label = (name: FilterName): string => {
    if (name === 'words') return t('chip.words', { words: filters.words })
    if (name === 'kind') return group.any(`kind.${filters.kind}`)
    if (name === 'how') return t(wayKeys[filters.how ?? 'online'])
    if (name === 'day') return dayName(t.locale, filters.day ?? 1)
    return t('chip.near', { km: filters.km, place: near ? placeLabel(near) : filters.near })
  }
  const without = (name: FilterName) =>
    finderPath(filters, zoneAsked, { [name]: name === 'near' ? '' : undefined })
  return (
    <section class="finder-chosen" aria-label={t('filter.active')}>
      <ul class="chips">
        {active.map((name) => (
          <li key={name}>
            <a class="chip" href={without(name)} aria-label={t('filter.removeLabel', { what: label(name) })}>
              <span dir="auto">{label(name)}</span> <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {active.length > 1 && (
          <li>
            <a class="chip plain" href={finderPath(filters, zoneAsked, nothing)}>
              {t('filter.clear')}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

const nothing = { words: '', kind: undefined, how: undefined, day: undefined, near: '' } as const
