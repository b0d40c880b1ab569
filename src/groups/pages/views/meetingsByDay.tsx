import { Time } from '../../../design/index.ts'
import { MeetingRow, type UpcomingMeeting } from '../../../meetings/index.ts'
import { useVisit } from '../../../platform/visit.ts'

interface MeetingsByDayProps {
  upcoming: UpcomingMeeting[]
  zone: string
  now: Temporal.Instant
}

const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }

/** Rows say the hour; the day stands above them, in the visitor's zone. */
export function MeetingsByDay({ upcoming, zone, now }: MeetingsByDayProps) {
  const { locale } = useVisit()
  const days = Map.groupBy(upcoming, ({ startsAt }) =>
    startsAt.toZonedDateTimeISO(zone).toPlainDate().toString(),
  )
  return (
    <>
      {[...days].map(([date, meetings]) => (
        <section key={date}>
          <h3 class="day-heading">
            {meetings[0] && <Time at={meetings[0].startsAt} zone={zone} locale={locale} format={day} />}
          </h3>
          <ul class="rows">
            {meetings.map((meeting) => (
              <MeetingRow key={`${meeting.id} ${meeting.startsAt}`} {...{ meeting, zone, now }} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
