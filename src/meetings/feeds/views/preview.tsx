import { asWritten } from '../../../design/index.ts'
import { t as meetingWords } from '../../messages.ts'
import { recurrenceWords } from '../../words.ts'
import { useT } from '../messages.ts'
import type { FeedMeeting } from '../record.ts'

/** A meeting as it was read, in one line: its name, when and where. */
export function PreviewMeeting({ meeting }: { meeting: FeedMeeting }) {
  const t = useT()
  const { recurrence, time, zone, address, placeName, onlineUrl } = meeting
  return (
    <>
      <strong dir="auto">{meeting.name}</strong>
      <p class="soft small">
        {recurrence && time && (
          <>
            {recurrenceWords(meetingWords(t.locale), recurrence)} <span {...asWritten}>{time}</span>{' '}
            <span {...asWritten}>{zone}</span>
            {' · '}
          </>
        )}
        <span dir="auto">
          {[placeName, address].filter(Boolean).join(', ') || onlineUrl || t('correct.noPlace')}
        </span>
      </p>
    </>
  )
}
