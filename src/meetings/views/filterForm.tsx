import { Button, Choices, Form, Select, TextField } from '../../design/index.ts'
import { circles, groupKinds, practices, useGroupWords } from '../../groups/index.ts'
import { languageName } from '../../platform/languages.ts'
import type { Choices as FilterChoices } from '../finder/choices.store.ts'
import { distancesKm, filterFields, noFilters, partNames, ways, whens } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import type { Look, Search } from '../finder/search.ts'
import { useT as useMeetingWords } from '../messages.ts'
import { dayName } from '../words.ts'

interface FormProps {
  search: Search
  look: Look
  choices: FilterChoices
}

/** All that a search can ask. Each look sends its own form, so that the week stays the week. */
export function FilterForm({ search, look, choices }: FormProps) {
  const t = useT()
  const { filters, zoneAsked } = search
  return (
    <search>
      <Form
        action={look === 'list' ? '/meetings' : `/meetings/${look}`}
        method="get"
        class="card finder-form"
      >
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
            <Where {...{ search }} />
            <When {...{ search }} />
            <Who {...{ search, choices }} />
            <What {...{ search, choices }} />
          </div>
        </details>
      </Form>
    </search>
  )
}

function useOption() {
  return (value: string, label: string, asWritten = false) => ({ value, label, asWritten })
}

function Where({ search: { filters } }: { search: Search }) {
  const t = useT()
  const option = useOption()
  return (
    <div class="finder-where">
      {filters.at && <input type="hidden" name="at" value={pointField(filters)} />}
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
        options={distancesKm.map((km) => option(String(km), t('filter.km', { km })))}
      />
      <Select
        name="sort"
        label={t('filter.sort')}
        value={filters.sort ?? ''}
        options={[option('', t('filter.byTime')), option('distance', t('filter.byDistance'))]}
      />
    </div>
  )
}

function pointField(filters: Search['filters']): string {
  return filterFields({ ...noFilters, at: filters.at })[0]?.[1] ?? ''
}

function When({ search: { filters } }: { search: Search }) {
  const t = useT()
  const option = useOption()
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), dayName(t.locale, day), true))
  return (
    <>
      <Select
        name="when"
        label={t('filter.when')}
        value={filters.when ?? ''}
        options={[option('', t('filter.anyWhen')), ...whens.map((when) => option(when, t(`filter.${when}`)))]}
      />
      <Select
        name="part"
        label={t('filter.part')}
        value={filters.part ?? ''}
        options={[
          option('', t('filter.anyPart')),
          ...partNames.map((part) => option(part, t(`filter.${part}`))),
        ]}
      />
      <Choices
        type="checkbox"
        name="day"
        label={t('filter.days')}
        row
        value={filters.days.map(String)}
        options={days}
      />
    </>
  )
}

function Who({ search: { filters }, choices }: Omit<FormProps, 'look'>) {
  const t = useT()
  const group = useGroupWords()
  const option = useOption()
  return (
    <>
      <Select
        name="kind"
        label={t('filter.kind')}
        value={filters.kind ?? ''}
        options={[
          option('', t('filter.anyKind')),
          ...groupKinds.map((kind) => option(kind, group(`kind.${kind}`))),
        ]}
      />
      <Select
        name="from"
        label={t('filter.from')}
        value={filters.from ?? ''}
        options={[
          option('', t('filter.anyFrom')),
          option('house', t('filter.house')),
          option('lists', t('filter.lists')),
        ]}
      />
      {(choices.fellowships.length > 1 || filters.fellowship) && (
        <Select
          name="fellowship"
          label={t('filter.fellowship')}
          value={filters.fellowship}
          options={[
            option('', t('filter.anyFellowship')),
            ...withChosen(choices.fellowships, filters.fellowship).map((name) => option(name, name, true)),
          ]}
        />
      )}
      <Select
        name="circle"
        label={t('filter.circle')}
        value={filters.circle ?? ''}
        options={[
          option('', t('filter.anyCircle')),
          ...circles.map((circle) => option(circle, group(`circle.${circle}`))),
        ]}
      />
    </>
  )
}

function withChosen(offered: string[], chosen: string): string[] {
  return chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered
}

function What({ search: { filters }, choices }: Omit<FormProps, 'look'>) {
  const t = useT()
  const group = useGroupWords()
  const say = useMeetingWords()
  const option = useOption()
  const collator = new Intl.Collator(t.locale)
  const types = choices.types
    .filter((type) => !filters.types.includes(type))
    .map((type) => option(type, say.any(`type.${type}`)))
    .sort((a, b) => collator.compare(a.label, b.label))
  return (
    <>
      <Select
        name="how"
        label={t('filter.how')}
        value={filters.how ?? ''}
        options={[option('', t('filter.anyHow')), ...ways.map((way) => option(way, t(`filter.${way}`)))]}
      />
      <Select
        name="practice"
        label={t('filter.practice')}
        value={filters.practice ?? ''}
        options={[
          option('', t('filter.anyPractice')),
          ...practices.map((practice) => option(practice, group(`practice.${practice}`))),
        ]}
      />
      <Select
        name="language"
        label={t('filter.language')}
        hint={t('filter.languageHint')}
        value={filters.language ?? ''}
        options={[
          option('', t('filter.anyLanguage')),
          ...withChosen(choices.languages, filters.language ?? '').map((code) =>
            option(code, languageName(code, t.locale), true),
          ),
        ]}
      />
      {filters.types.map((type) => (
        <input key={type} type="hidden" name="type" value={type} />
      ))}
      <Select
        name="type"
        label={t('filter.types')}
        hint={t('filter.typesHint')}
        value=""
        options={[option('', t('filter.anyType')), ...types]}
      />
    </>
  )
}
