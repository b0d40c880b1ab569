import {
  Button,
  Card,
  Empty,
  Form,
  Layout,
  LinkButton,
  Pager,
  Select,
  TextField,
} from '../../../design/index.ts'
import { dayName } from '../../../meetings/index.ts'
import { languageName } from '../../../platform/languages.ts'
import { useVisit } from '../../../platform/visit.ts'
import { circles, type Group, type GroupKind, groupKinds, useGroupWords } from '../../index.ts'
import { addressOfList, kindPath, type ListFilters } from '../addresses.ts'
import { useT as useHostingT } from '../hostingMessages.ts'
import { useT } from '../messages.ts'
import { KindIcon } from './kindIcon.tsx'
import { GroupRows } from './rows.tsx'

export interface ListPageProps {
  filters: ListFilters
  groups: Group[]
  counts: Partial<Record<GroupKind, number>>
  found: number
  page: number
  pages: number
  mine: Group[]
  languages: string[]
}

export function ListPage(props: ListPageProps) {
  const t = useT()
  const words = useGroupWords()
  const h = useHostingT()
  const { filters, groups, found, page, pages, mine } = props
  const searching = Object.values(filters).some(Boolean)
  return (
    <Layout title={t('list.title')} zone="none" wide unlisted={searching || page > 1}>
      <h1>{t('list.title')}</h1>
      <p class="lead">{t('list.lead')}</p>
      <div class="buttons">
        <LinkButton kind="primary" href="/groups/fit">
          {t('list.fit')}
        </LinkButton>
        <LinkButton href="/groups/new">{t('list.start')}</LinkButton>
      </div>
      {mine.length > 0 && (
        <Card title={t('list.mine')}>
          <GroupRows groups={mine} short />
          <p>
            <LinkButton href="/meetings/mine">{h('list.mine')}</LinkButton>
          </p>
        </Card>
      )}
      <Kinds {...props} />
      <section id="list">
        <h2>{filters.kind ? words(`kind.${filters.kind}`) : t('list.all.title')}</h2>
        {filters.kind && (
          <p>
            <a href={kindPath(filters.kind)}>{t('list.about')}</a>
          </p>
        )}
        <Search {...props} />
        <p class="soft" role="status">
          {t('list.found', { count: found })}
        </p>
        {groups.length === 0 ? (
          <Empty>
            <h3>{t('list.empty.title')}</h3>
            <p>{t('list.empty.text')}</p>
            <p>
              <LinkButton href="/groups">{t('list.clear')}</LinkButton>
            </p>
          </Empty>
        ) : (
          <GroupRows groups={groups} />
        )}
        <Pager page={page} pages={pages} href={(to) => addressOfList(filters, to)} />
      </section>
    </Layout>
  )
}

function Kinds({ counts, filters }: ListPageProps) {
  const t = useT()
  const words = useGroupWords()
  return (
    <nav aria-label={t('list.kinds')} class="kinds">
      {groupKinds.map((kind) => (
        <a
          key={kind}
          class="kind"
          href={addressOfList({ ...filters, kind })}
          {...(filters.kind === kind ? { 'aria-current': 'page' } : {})}
        >
          <KindIcon kind={kind} size={32} />
          <strong>{words(`kind.${kind}`)}</strong>
          <small>{words(`kind.${kind}.line`)}</small>
          <span class="kind-count">{t('list.count', { count: counts[kind] ?? 0 })}</span>
        </a>
      ))}
    </nav>
  )
}

const days = ['1', '2', '3', '4', '5', '6', '7']

function Search({ filters, languages }: ListPageProps) {
  const t = useT()
  const words = useGroupWords()
  const { locale } = useVisit()
  return (
    <Form action="/groups" method="get" class="group-search">
      <TextField type="search" name="words" label={t('filter.words')} value={filters.words} maxlength={80} />
      <Select
        name="kind"
        label={t('filter.kind')}
        value={filters.kind ?? ''}
        options={[
          { value: '', label: t('filter.kind.any') },
          ...groupKinds.map((value) => ({ value, label: words(`kind.${value}`) })),
        ]}
      />
      <Select
        name="way"
        label={t('filter.way')}
        value={filters.way ?? ''}
        options={[
          { value: '', label: t('filter.way.any') },
          { value: 'online', label: words('way.online') },
          { value: 'in_person', label: words('way.in_person') },
        ]}
      />
      <Select
        name="day"
        label={t('filter.day')}
        value={filters.day ?? ''}
        options={[
          { value: '', label: t('filter.day.any') },
          ...days.map((value) => ({ value, label: dayName(locale, Number(value)), asWritten: true })),
        ]}
      />
      <Select
        name="circle"
        label={t('filter.circle')}
        value={filters.circle ?? ''}
        options={[
          { value: '', label: t('filter.circle.any') },
          ...circles.map((value) => ({ value, label: words(`circle.${value}`) })),
        ]}
      />
      <Select
        name="language"
        label={t('filter.language')}
        value={filters.language ?? ''}
        options={[
          { value: '', label: t('filter.language.any') },
          ...languages.map((value) => ({ value, label: languageName(value, locale), asWritten: true })),
        ]}
      />
      <Button>{t('list.search')}</Button>
    </Form>
  )
}
