import { asWritten, formatTime, Layout, townOfZone, zoneName } from '../../design/index.ts'
import { useT } from '../finder/messages.ts'
import { finderPath, type Search } from '../finder/search.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT as useMeetingWords } from '../messages.ts'
import type { Place } from '../places/place.ts'
import type { MeetingDetails } from '../print.store.ts'
import { Chosen } from './chosen.tsx'
import { Looks } from './looks.tsx'

interface PrintProps {
  search: Search
  zone: string
  guess: boolean
  now: Temporal.Instant
  near: { found: Place | undefined } | undefined
  meetings: UpcomingMeeting[]
  details: Map<string, MeetingDetails>
  /** "https://newleaf.example" */
  origin: string
  /** So many are all that fit. */
  cutAt: number | undefined
}

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const
const weekday = { weekday: 'long', day: 'numeric', month: 'short' } as const

/** The week of a search as a booklet of A6 pages: what is on the screen is what comes out on paper. */
export function PrintPage(props: PrintProps) {
  const { search, zone, now, near, meetings, origin, cutAt } = props
  const t = useT()
  const days = [...Map.groupBy(meetings, ({ startsAt }) => dayOf(startsAt, zone))]
  const said = (at: Temporal.Instant, format: Intl.DateTimeFormatOptions) =>
    formatTime({ at, zone, locale: t.locale, format })
  const address = `${origin}${finderPath(search)}`
  return (
    <Layout title={t('print.title')} zone="none" sheets={['meetings/finder', 'meetings/print']}>
      <div class="not-printed">
        <h1>{t('print.title')}</h1>
        <p class="lead">{t('print.lead')}</p>
        <p>{t('print.how')}</p>
        <Looks {...{ search }} look="print" />
        <Chosen {...{ search }} look="print" near={near?.found} />
      </div>
      <article class="booklet">
        <header>
          <h2>{t('print.name')}</h2>
          {near?.found && <p dir="auto">{near.found.name}</p>}
          <p>
            {t('print.count', {
              count: meetings.length,
              from: said(now, { day: 'numeric', month: 'short' }),
              until: said(now.add({ hours: 24 * 6 }), date),
            })}
          </p>
          {cutAt !== undefined && <p>{t('print.cut', { count: cutAt })}</p>}
        </header>
        {days.map(([day, rows]) => (
          <section key={day}>
            <h3>
              <time datetime={day}>{rows[0] && said(rows[0].startsAt, weekday)}</time>
            </h3>
            <ul>
              {rows.map((meeting) => (
                <Line key={`${meeting.id} ${meeting.startsAt}`} {...props} {...{ meeting }} />
              ))}
            </ul>
          </section>
        ))}
        <footer>
          <p>{t('print.made', { date: said(now, date), zone: zoneName(t.locale, zone) })}</p>
          <p>{t('print.own')}</p>
          <p class="print-address" {...asWritten}>
            {address}
          </p>
        </footer>
      </article>
    </Layout>
  )
}

function dayOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString()
}

const clock = { hour: 'numeric', minute: '2-digit' } as const

function Line({ meeting, details, zone, guess }: PrintProps & { meeting: UpcomingMeeting }) {
  const t = useT()
  const say = useMeetingWords()
  const how = details.get(meeting.id)
  const said = (where: string) =>
    formatTime({ at: meeting.startsAt, zone: where, locale: t.locale, format: clock })
  const there = meeting.inPerson || guess ? said(meeting.zone) : said(zone)
  const where = [how?.placeName, how?.address ?? meeting.town].filter((text) => meeting.inPerson && text)
  return (
    <li class={meeting.change === 'cancelled' ? 'cancelled' : ''}>
      <p>
        <strong>
          <time datetime={meeting.startsAt.toString({ smallestUnit: 'second' })}>{said(zone)}</time>
        </strong>{' '}
        <span dir="auto">{meeting.name}</span>
        {meeting.change === 'cancelled' && <em> {t('row.cancelled')}</em>}
        {there !== said(zone) && (
          <span class="print-there" {...asWritten}>
            {' '}
            ({t('row.inZone', { time: there, zone: townOfZone(meeting.zone) })})
          </span>
        )}
      </p>
      {where.length > 0 && <p dir="auto">{where.join(', ')}</p>}
      {meeting.online && (
        <p>
          {how?.onlineUrl ? (
            <span class="print-address" {...asWritten}>
              {how.onlineUrl}
            </span>
          ) : (
            say(meeting.byPhone ? 'row.phone' : 'row.online')
          )}
        </p>
      )}
      {how?.phone && <p dir="auto">{t('print.phone', { phone: how.phone })}</p>}
    </li>
  )
}
