import { asWritten, Card, formatTime, Time, zoneName } from '../../design/index.ts'
import { useT } from '../finder/messages.ts'
import type { Meeting } from '../meeting.ts'
import { useT as useMeetingWords } from '../messages.ts'
import type { MeetingTime } from '../store.ts'

interface NextTimesProps {
  meeting: Meeting
  times: MeetingTime[]
  /** The visitor's zone. */
  zone: string
  /** Nobody told us this zone. */
  guess: boolean
  now: Temporal.Instant
}

const format = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const
const clock = { hour: 'numeric', minute: '2-digit' } as const

/** When it is next, by the visitor's clock and by the one on its own wall, and the dates after that. */
export function NextTimes(props: NextTimesProps) {
  const { meeting, times, zone, guess } = props
  const t = useT()
  const say = useMeetingWords()
  if ((meeting.status !== 'running' && !meeting.pausedUntil) || !meeting.zone) return null
  const there = meeting.zone
  const wall = (at: Temporal.Instant, where: string) => at.toZonedDateTimeISO(where).toPlainDateTime()
  const isElsewhere = times.some(({ startsAt }) => !wall(startsAt, there).equals(wall(startsAt, zone)))
  // Whoever told us no zone reads the clock there alone: a clock that is neither theirs nor the meeting's helps nobody.
  const zones = guess ? [there] : isElsewhere ? [zone, there] : [zone]
  const next = times.find(({ change }) => change !== 'cancelled')
  return (
    <Card title={say('page.next')}>
      {times.length === 0 && <p>{say('page.noNext')}</p>}
      {next && <Next {...props} {...{ next, zones }} />}
      {times.length > 1 && (
        <>
          <h3>{t('page.further')}</h3>
          <table class="times">
            <thead>
              <tr>
                {zones.map((each) => (
                  <th key={each} scope="col">
                    {each === there && (guess || isElsewhere) ? say('page.itsTime') : say('page.yourTime')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times
                .filter((time) => time !== next)
                .map((time) => (
                  <Row key={String(time.startsAt)} {...{ time, zones }} />
                ))}
            </tbody>
          </table>
        </>
      )}
      <ClockLines {...{ meeting, times, there }} />
      <p class="soft small">
        {!guess && !isElsewhere && <>{say('page.sameZone')} </>}
        {guess && (
          <a
            hidden
            href={`/meetings/${meeting.id}`}
            data-own-zone={zone}
            data-sentence={say('zone.offer', { zone: '{zone}' })}
          >
            {say('zone.change')}
          </a>
        )}{' '}
        <a href={`/meetings/zone?back=${encodeURIComponent(`/meetings/${meeting.id}`)}`}>
          {guess ? t('zone.choose') : say('zone.change')}
        </a>
      </p>
    </Card>
  )
}

function Next({ next, zones, now, guess, meeting }: NextTimesProps & { next: MeetingTime; zones: string[] }) {
  const t = useT()
  const isOn = Temporal.Instant.compare(next.startsAt, now) <= 0
  return (
    <div class="next-time">
      {isOn && <p class="meeting-soon now">{t('page.now')}</p>}
      {zones.map((each) => (
        <p key={each}>
          <strong>
            <Time at={next.startsAt} zone={each} locale={t.locale} format={format} />
          </strong>{' '}
          <span class="soft">
            {!guess && each !== meeting.zone
              ? t('page.here')
              : zones.length > 1 || guess
                ? t('page.there')
                : ''}{' '}
            <span {...asWritten}>{zoneName(t.locale, each)}</span>
          </span>
        </p>
      ))}
    </div>
  )
}

function Row({ time, zones }: { time: MeetingTime; zones: string[] }) {
  const t = useT()
  const { startsAt, change } = time
  return (
    <tr {...(change === 'cancelled' ? { class: 'cancelled' } : {})}>
      {zones.map((each, index) => (
        <td key={each}>
          <Time at={startsAt} zone={each} locale={t.locale} format={format} />
          {index === 0 && (change === 'cancelled' || change === 'moved') && (
            <span class={`meeting-change ${change}`}>{t(`row.${change}`)}</span>
          )}
        </td>
      ))}
    </tr>
  )
}

/** What a clock on a wall does not tell: a time that a change skips, midnight within, no end at all. */
function ClockLines({ meeting, times, there }: { meeting: Meeting; times: MeetingTime[]; there: string }) {
  const t = useT()
  const said = (at: Temporal.Instant, how: Intl.DateTimeFormatOptions) =>
    formatTime({ at, zone: there, locale: t.locale, format: how })
  const shifted = times.filter(
    ({ startsAt, change }) =>
      change !== 'moved' &&
      startsAt.toZonedDateTimeISO(there).toPlainTime().toString().slice(0, 5) !== meeting.time,
  )
  const [first] = times
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(there).toPlainDate()
  const isPast = first && !dayOf(first.startsAt).equals(dayOf(first.endsAt.subtract({ minutes: 1 })))
  return (
    <>
      {shifted.map(({ startsAt }) => (
        <p key={String(startsAt)} class="soft small">
          {t('page.shiftedOn', { date: said(startsAt, { dateStyle: 'long' }), start: said(startsAt, clock) })}
        </p>
      ))}
      {meeting.minutes >= 24 * 60 ? (
        <p class="soft small">{t('page.allDay')}</p>
      ) : (
        isPast && <p class="soft small">{t('page.past')}</p>
      )}
    </>
  )
}
