import { formatTime, Layout, Notice, zoneName } from '../../design/index.ts'
import type { noFilters, PartOfDay } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import { finderPath, type Search } from '../finder/search.ts'
import type { FilledSlot } from '../finder/week.routes.tsx'
import { type Band, bands } from '../finder/week.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT as useMeetingWords } from '../messages.ts'
import { Chosen, NearLine, WordsLine } from './chosen.tsx'
import { FilterForm } from './filterForm.tsx'
import type { FinderProps } from './finder.tsx'
import { Looks } from './looks.tsx'
import { isPlaced, ZoneLine } from './zoneLine.tsx'

interface WeekProps extends FinderProps {
  filled: FilledSlot[]
  shownOfSlot: number
}

export function WeekPage(props: WeekProps) {
  const { search, misread, zone, guess, near, words, choices, filled } = props
  const t = useT()
  const say = useMeetingWords()
  const days = [...Map.groupBy(filled, ({ date }) => date.toString())]
  const used = bands.filter((band) => filled.some((slot) => slot.band === band && slot.meetings.length > 0))
  return (
    <Layout
      title={t('week.title')}
      zone="none"
      wide
      islands={['meetings/zone']}
      sheets={['meetings/finder', 'meetings/week']}
    >
      <h1>{t('week.title')}</h1>
      <p class="lead">{t('week.lead')}</p>
      <Looks {...{ search }} look="week" />
      <details class="week-search">
        <summary>{t('filter.submit')}</summary>
        <FilterForm {...{ search, choices }} look="week" />
      </details>
      <Chosen {...{ search }} look="week" near={near?.found} />
      {misread && <Notice kind="warn">{say('list.wrongFilter')}</Notice>}
      <NearLine {...{ search, near }} look="week" />
      <WordsLine {...{ words }} />
      <ZoneLine
        {...{ zone, guess }}
        there={isPlaced(search.filters, near)}
        said={t('week.guess', { zone: zoneName(t.locale, zone) })}
        path={finderPath({ ...search, zoneAsked: undefined }, {}, 'week')}
      />
      <div class="week" data-bands={used.length}>
        {days.map(([day, slots]) => (
          <Day key={day} {...props} {...{ slots, used }} date={Temporal.PlainDate.from(day)} />
        ))}
      </div>
    </Layout>
  )
}

interface DayProps extends WeekProps {
  date: Temporal.PlainDate
  slots: FilledSlot[]
  used: Band[]
}

function Day(props: DayProps) {
  const { date, slots, used, zone, now } = props
  const t = useT()
  const say = useMeetingWords()
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  const said = (format: Intl.DateTimeFormatOptions) => formatTime({ at, zone, locale: t.locale, format })
  const isToday = date.equals(now.toZonedDateTimeISO(zone).toPlainDate())
  return (
    <section class="week-day">
      <h2>
        <time datetime={date.toString()}>
          <span>{isToday ? say('day.today') : said({ weekday: 'long' })}</span>{' '}
          <small>{said({ day: 'numeric', month: 'short' })}</small>
        </time>
      </h2>
      {slots
        .filter(({ band }) => used.includes(band))
        .map((slot) => (
          <SlotBox key={slot.band} {...props} {...{ slot }} />
        ))}
      {slots.every(({ meetings }) => meetings.length === 0) && <p class="soft week-none">{t('week.none')}</p>}
    </section>
  )
}

function SlotBox({ slot, search, zone, shownOfSlot }: DayProps & { slot: FilledSlot }) {
  const t = useT()
  const { meetings, band } = slot
  const shown = meetings.slice(0, shownOfSlot)
  const label = t(`week.${band}`)
  if (shown.length === 0) return <div class="week-slot empty-slot" />
  return (
    <div class="week-slot">
      <h3>{label}</h3>
      <ul>
        {shown.map((meeting) => (
          <Block key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone }} />
        ))}
      </ul>
      {meetings.length > shownOfSlot && (
        <a class="week-more" href={slotPath(search, slot)} aria-label={t('week.moreOf', { part: label })}>
          {t('week.more')}
        </a>
      )}
    </div>
  )
}

function slotPath(search: Search, { date, band }: FilledSlot): string {
  const part: PartOfDay = band === 'early' || band === 'late' ? 'night' : band
  const days = [date.dayOfWeek] as typeof noFilters.days
  return finderPath(search, { days, part, when: undefined, sort: undefined })
}

const clock = { hour: 'numeric', minute: '2-digit' } as const

/** One meeting in the picture: its colour says the kind, a dashed edge that it is online. */
function Block({ meeting, zone }: { meeting: UpcomingMeeting; zone: string }) {
  const t = useT()
  const time = formatTime({ at: meeting.startsAt, zone, locale: t.locale, format: clock })
  const way = meeting.online ? 'online' : 'room'
  const change = meeting.change === 'cancelled' ? 'cancelled' : ''
  return (
    <li class={`week-block ${meeting.kind} ${way} ${change}`.trim()}>
      <a href={`/meetings/${meeting.id}`}>
        <time datetime={meeting.startsAt.toString({ smallestUnit: 'second' })}>{time}</time>{' '}
        <span dir="auto">{meeting.name}</span>
        {change && <span class="week-change"> {t('row.cancelled')}</span>}
      </a>
    </li>
  )
}
