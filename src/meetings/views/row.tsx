import { asWritten, formatTime, Tag, Tags, Time } from '../../design/index.ts'
import { useGroupWords } from '../../groups/index.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { useT } from '../messages.ts'

interface RowProps {
  meeting: UpcomingMeeting
  /** The visitor's zone. */
  zone: string
  now: Temporal.Instant
  /** Also the tags that say what happens there. */
  full?: boolean
}

const clock = { hour: 'numeric', minute: '2-digit' } as const
const typesShown = 4

/** One meeting in a list: when, what, where, and how soon. */
export function MeetingRow({ meeting, zone, now, full = false }: RowProps) {
  const t = useT()
  const group = useGroupWords()
  const types = full ? meeting.types.filter((type) => type !== 'TC').slice(0, typesShown) : []
  const placed = [group.any(`kind.${meeting.kind}`), wayOf(t, meeting)]
  return (
    <li class="meeting-row">
      <p class="meeting-time">
        <Time at={meeting.startsAt} zone={zone} locale={t.locale} format={clock} />
      </p>
      <div class="meeting-what">
        <p class="meeting-name">
          <a href={`/meetings/${meeting.id}`} dir="auto">
            {meeting.name}
          </a>
          <Soon {...{ meeting, now }} />
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
            <> · {t('row.km', { km: meeting.km < 1 ? meeting.km.toFixed(1) : Math.round(meeting.km) })}</>
          )}
          <There {...{ meeting, zone }} />
        </p>
        {full && meeting.groupName !== meeting.name && (
          <p class="meeting-about">
            <a href={`/groups/${meeting.groupSlug}`} dir="auto">
              {meeting.groupName}
            </a>
          </p>
        )}
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

/** For a room somewhere else: the time on the wall there. */
function There({ meeting, zone }: Pick<RowProps, 'meeting' | 'zone'>) {
  const t = useT()
  if (!meeting.inPerson) return null
  const wall = (at: string) => meeting.startsAt.toZonedDateTimeISO(at).toPlainTime().toString()
  if (wall(zone) === wall(meeting.zone)) return null
  const time = formatTime({ at: meeting.startsAt, zone: meeting.zone, locale: t.locale, format: clock })
  return (
    <span data-there={time}>
      {' · '}
      <span {...asWritten}>{t('row.there', { time })}</span>
    </span>
  )
}
