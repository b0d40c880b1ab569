import type { Database } from '../../../platform/database/index.ts'
import { listPlans } from '../../index.ts'
import type { Making } from '../answer/make.ts'
import { dateEvent, seriesEvents } from '../calendar/event.rules.ts'
import { calendarPieces, calendarWords, withChanges } from '../calendar/list.ts'
import { t } from '../messages.ts'
import { isTimed, type PublishedMeeting, type Site } from '../published.ts'
import { listPlanned } from '../store.ts'

/** What somebody went to stays in their calendar for so long. */
const pastDays = 62

/** The meetings that a member plans to come to: every time, or on single dates. */
export function planCalendar(
  db: Database,
  { memberId, plain }: { memberId: string; plain: boolean },
  site: Site,
  now: Temporal.Instant,
): Making {
  const words = calendarWords()
  const view = { site, now, words, plain }
  const name = plain ? words.appointment : t('en')('mine.calendarName', { site: site.name })
  const url = plain ? site.origin : `${site.origin}/meetings/mine`
  return {
    pieces: calendarPieces({ name, url }, view, async function* () {
      const since = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: pastDays })
      const plans = Map.groupBy(await listPlans(db, memberId, since), ({ meetingId }) => meetingId)
      const planned: PublishedMeeting[] = await listPlanned(db, [...plans.keys()])
      for (const changed of await withChanges(db, planned.filter(isTimed))) {
        const dates = (plans.get(changed.meeting.id) ?? []).map(({ onDate }) => onDate)
        // Who comes every time has each date already.
        const events = dates.includes(null)
          ? seriesEvents(changed, view)
          : dates.map((date) => (date ? dateEvent(changed, date, view) : '')).join('')
        yield { changed, events }
      }
    }),
  }
}
