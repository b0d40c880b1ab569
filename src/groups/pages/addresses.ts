import { type Circle, circles, type GroupFilters, type GroupKind, groupKinds } from '../index.ts'

export function kindPath(kind: GroupKind): string {
  return `/groups/kinds/${kind.replaceAll('_', '-')}`
}

export function readKind(text: string | undefined): GroupKind | undefined {
  return groupKinds.find((kind) => kind.replaceAll('_', '-') === text || kind === text)
}

const longestSearch = 80

/** What somebody looks for on the page of all groups. */
export interface ListFilters extends Omit<GroupFilters, 'ids'> {
  /** 1 is Monday. */
  day?: string | undefined
}

/** What of an address is a search of ours; the rest is passed over. */
export function readFilters(query: URLSearchParams): ListFilters {
  const words = (query.get('words') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, longestSearch)
  const language = query.get('language') ?? ''
  const way = query.get('way')
  const day = query.get('day') ?? ''
  return {
    kind: readKind(query.get('kind') ?? undefined),
    words: words || undefined,
    circle: circles.find((circle: Circle) => circle === query.get('circle')),
    language: /^[a-z]{2,3}$/.test(language) ? language : undefined,
    day: /^[1-7]$/.test(day) ? day : undefined,
    way: way === 'online' || way === 'in_person' ? way : undefined,
  }
}

export function addressOfList(filters: ListFilters, page = 1): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/groups?${query}#list` : '/groups'
}
