import { Card } from '../../../design/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../../meetings/index.ts'
import { useT } from '../messages.ts'

interface SoonOnlineProps {
  meetings: UpcomingMeeting[]
  zone: string
  now: Temporal.Instant
}

/** For tonight, whatever fits best in the long run. */
export function SoonOnline({ meetings, zone, now }: SoonOnlineProps) {
  const t = useT()
  return (
    <Card title={t('now.title')}>
      {meetings.length === 0 ? (
        <p class="soft">{t('now.none')}</p>
      ) : (
        <ul class="rows">
          {meetings.map((meeting) => (
            <MeetingRow key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone, now }} />
          ))}
        </ul>
      )}
    </Card>
  )
}
