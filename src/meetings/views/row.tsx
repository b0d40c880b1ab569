import { asWritten, formatTime, Tag, Tags, Time, townOfZone } from '../../design/index.ts'
import { useGroupWords } from '../../groups/index.ts'
import { useT as useFinderWords } from '../finder/messages.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT } from '../messages.ts'

interface RowProps {
  meeting: UpcomingMeeting
  /** The visitor's zone. */
  zone: string
  now: Temporal.Instant
  /** Also the tags that say what happens there. */
  full?: boolean
  /** The visitor has not told us their zone: a room then shows its own clock, an online meeting both. */
  guess?: boolean
  /** The day the row stands under: a clock elsewhere may read another. */
  day?: Temporal.PlainDate
}

const clock = { hour: 'numeric', minute: '2-digit' } as const
const dayAndClock = { weekday: 'short', ...clock } as const
const typesShown = 4

/** One meeting in a list: when, what, where, and how soon. */
export function MeetingRow(props: RowProps) {
  const { meeting, now, full = false } = props
  const t = useT()
  const group = useGroupWords()
  const types = full ? meeting.types.filter((type) => type !== 'TC').slice(0, typesShown) : []
  const placed = [group.any(`kind.${meeting.kind}`), wayOf(t, meeting)]
  return (
    <li class={meeting.change === 'cancelled' ? 'meeting-row cancelled' : 'meeting-row'}>
      <RowTime {...props} />
      <div class="meeting-what">
        <p class="meeting-name">
          <a href={`/meetings/${meeting.id}`} dir="auto">
            {meeting.name}
          </a>
          <Change {...{ meeting }} />
          {meeting.change !== 'cancelled' && <Soon {...{ meeting, now }} />}
        </p>
        <p class="meeting-about">
          <span>{placed.join(' · ')}</span>
          {meeting.inPerson && meeting.town && (
            <>
              {' · '}
              <span dir="auto">{meeting.town}</span>
            </>
          )}
          {meeting.km !== null && meeting.km >= 0.05 && (
            <> · {t('row.km', { km: meeting.km < 10 ? meeting.km.toFixed(1) : Math.round(meeting.km) })}</>
          )}
          <There {...props} />
        </p>
        {full && <Whose {...{ meeting }} />}
        {types.length > 0 && (
          <Tags>
            {types.map((type) => (
              <Tag key={type} kind="plain">
                {t.any(`type.${type}`)}
              </Tag>
            ))}
          </Tags>
        )}
      </div>
    </li>
  )
}

/** The clock a row leads with. */
function clockOf({ meeting, zone, guess }: Pick<RowProps, 'meeting' | 'zone' | 'guess'>): string {
  return guess && meeting.inPerson && !meeting.online ? meeting.zone : zone
}

function RowTime({ meeting, zone, guess, day }: RowProps) {
  const t = useT()
  const at = meeting.startsAt
  const shown = clockOf({ meeting, zone, guess: guess ?? false })
  const isOtherDay = day !== undefined && !at.toZonedDateTimeISO(shown).toPlainDate().equals(day)
  // What began yesterday by the same clock stands under today, and says since when with the time alone.
  const format = isOtherDay && shown !== zone ? dayAndClock : clock
  return (
    <p class="meeting-time">
      <Time at={at} zone={shown} locale={t.locale} format={format} />
    </p>
  )
}

/** The group, and the fellowship or list it came with. */
function Whose({ meeting }: Pick<RowProps, 'meeting'>) {
  const isNamed = meeting.groupName !== meeting.name
  if (!isNamed && !meeting.source) return null
  return (
    <p class="meeting-about">
      {isNamed && (
        <a href={`/groups/${meeting.groupSlug}`} dir="auto">
          {meeting.groupName}
        </a>
      )}
      {isNamed && meeting.source && ' · '}
      {meeting.source && (
        <span class="meeting-source" dir="auto">
          {meeting.source}
        </span>
      )}
    </p>
  )
}

function Change({ meeting }: Pick<RowProps, 'meeting'>) {
  const t = useFinderWords()
  if (meeting.change !== 'cancelled' && meeting.change !== 'moved') return null
  return <span class={`meeting-change ${meeting.change}`}>{t(`row.${meeting.change}`)}</span>
}

function wayOf(t: ReturnType<typeof useT>, meeting: UpcomingMeeting): string {
  if (meeting.online && meeting.inPerson) return t('row.hybrid')
  if (meeting.inPerson) return t('row.inPerson')
  return t(meeting.byPhone ? 'row.phone' : 'row.online')
}

const soonMinutes = 180

function Soon({ meeting, now }: Pick<RowProps, 'meeting' | 'now'>) {
  const t = useT()
  const minutes = Math.ceil((meeting.startsAt.epochMilliseconds - now.epochMilliseconds) / 60_000)
  if (minutes > soonMinutes) return null
  const said = minutes <= 0 ? t('row.running') : minutes < 60 ? t('row.in', { minutes }) : undefined
  return (
    <span class={minutes <= 60 ? 'meeting-soon now' : 'meeting-soon'}>
      {said ?? t('row.inHours', { hours: Math.round(minutes / 60) })}
    </span>
  )
}

/** The time on the wall where the meeting is, for a room somewhere else and for whoever has told us no zone. */
function There({ meeting, zone, guess }: RowProps) {
  const t = useT()
  const finder = useFinderWords()
  const at = meeting.startsAt
  const wall = (where: string) => at.toZonedDateTimeISO(where).toPlainTime().toString()
  const said = (where: string, format: Intl.DateTimeFormatOptions = clock) =>
    formatTime({ at, zone: where, locale: t.locale, format })
  // A room shows its own clock then, as the page says once for all.
  if (clockOf({ meeting, zone, guess: guess ?? false }) === meeting.zone) return null
  if (wall(zone) === wall(meeting.zone) || !(guess || meeting.inPerson)) return null
  const time = said(meeting.zone)
  return (
    <span data-there={time}>
      {' · '}
      <span {...asWritten}>
        {guess ? finder('row.inZone', { time, zone: townOfZone(meeting.zone) }) : t('row.there', { time })}
      </span>
    </span>
  )
}
