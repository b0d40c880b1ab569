import { noFilters } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import { finderPath, type Look, looks, type Search } from '../finder/search.ts'

/** The same search in another shape. */
export function Looks({ search, look }: { search: Search; look: Look }) {
  const t = useT()
  return (
    <nav class="looks" aria-label={t('look.label')}>
      {looks.map((each) => (
        <a
          key={each}
          href={finderPath(search, {}, each)}
          {...(each === look ? { 'aria-current': 'page' } : {})}
        >
          {t(`look.${each}`)}
        </a>
      ))}
    </nav>
  )
}

/** What most people come for, one touch away. */
export function QuickWays({ search: { zoneAsked } }: { search: Search }) {
  const t = useT()
  const fresh = { filters: noFilters, zoneAsked }
  const near = zoneAsked ? `/meetings/near?zone=${encodeURIComponent(zoneAsked)}` : '/meetings/near'
  return (
    <nav class="quick" aria-label={t('quick.label')}>
      <a class="chip" href={finderPath(fresh, { when: 'soon' })}>
        {t('quick.soon')}
      </a>
      <a class="chip" href={finderPath(fresh, { how: 'online', when: 'today' })}>
        {t('quick.onlineToday')}
      </a>
      <a class="chip" href={finderPath(fresh, { days: [6, 7] })}>
        {t('quick.weekend')}
      </a>
      <a class="chip" href={near}>
        {t('quick.near')}
      </a>
    </nav>
  )
}
