import { Empty, formatTime, Layout, LinkButton, Notice } from '../../design/index.ts'
import { type Filters, finderPath } from '../finder/filters.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT } from '../messages.ts'
import { type Place, placeLabel } from '../places/place.ts'
import { Chosen, FilterForm } from './filterForm.tsx'
import { MeetingRow } from './row.tsx'
import { ZoneChooser } from './zoneChooser.tsx'

export interface FinderProps {
  filters: Filters
  misread: boolean
  /** The visitor's zone, and whether the address says so. */
  zone: string
  zoneAsked: string | undefined
  now: Temporal.Instant
  near: { found: Place | undefined; others: Place[] } | undefined
  meetings: UpcomingMeeting[]
  /** The address of the next page. */
  later: string | undefined
  /** Whether this site has any meeting at all. */
  anyAtAll: boolean
}

export function FinderPage(props: FinderProps) {
  const { filters, misread, now, zone, zoneAsked, near, later } = props
  const t = useT()
  return (
    <Layout title={t('title')} zone="none" wide islands={['meetings/zone']}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <div class="finder">
        <FilterForm {...{ filters, zoneAsked }} />
        <div class="finder-found">
          <Chosen {...{ filters, zoneAsked, near: near?.found }} />
          {misread && <Notice kind="warn">{t('list.wrongFilter')}</Notice>}
          {near && <NearLine {...{ filters, zoneAsked }} near={near} />}
          <ZoneChooser {...{ now, zone, zoneAsked, filters }} />
          <MeetingList {...props} />
          <nav class="pager" aria-label={t('list.pages')}>
            {filters.after ? (
              <LinkButton href={finderPath(filters, zoneAsked)}>{t('list.start')}</LinkButton>
            ) : (
              <span />
            )}
            {later && <LinkButton href={later}>{t('list.later')}</LinkButton>}
          </nav>
        </div>
      </div>
      <p class="soft small">{t('place.source')}</p>
    </Layout>
  )
}

function MeetingList({ meetings, zone, now, anyAtAll }: FinderProps) {
  const t = useT()
  if (meetings.length === 0) {
    return (
      <Empty>
        <p>
          <strong>{t(anyAtAll ? 'list.none' : 'list.noneYet')}</strong>
        </p>
        <p>{t(anyAtAll ? 'list.noneHint' : 'list.noneYetHint')}</p>
      </Empty>
    )
  }
  const days = Map.groupBy(meetings, (meeting) => dayOf(meeting, zone, now).toString())
  return (
    <>
      {[...days].map(([day, rows]) => (
        <section key={day} class="meeting-day">
          <DayTitle {...{ day, zone, now }} />
          <ul class="meeting-list">
            {rows.map((meeting) => (
              <MeetingRow key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone, now }} full />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** A meeting that is on since yesterday evening stands under today. */
function dayOf(meeting: UpcomingMeeting, zone: string, now: Temporal.Instant): Temporal.PlainDate {
  const at = Temporal.Instant.compare(meeting.startsAt, now) < 0 ? now : meeting.startsAt
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

function DayTitle({ day, zone, now }: { day: string; zone: string; now: Temporal.Instant }) {
  const t = useT()
  const date = Temporal.PlainDate.from(day)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  const format = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const apart = today.until(date).days
  return (
    <h2>
      {apart === 0 && <span>{t('day.today')}, </span>}
      {apart === 1 && <span>{t('day.tomorrow')}, </span>}
      <time datetime={day}>{formatTime({ at, zone, locale: t.locale, format })}</time>
    </h2>
  )
}

interface NearProps {
  filters: Filters
  zoneAsked: string | undefined
  near: NonNullable<FinderProps['near']>
}

function NearLine({ filters, zoneAsked, near: { found, others } }: NearProps) {
  const t = useT()
  const links = others.map((place) => (
    <li key={place.id}>
      <a class="chip" href={finderPath(filters, zoneAsked, { near: placeLabel(place) })} dir="auto">
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
      <p>{t('place.unknown', { words: filters.near })}</p>
      {body}
    </Notice>
  )
}
