import { LinkedData } from '../../design/index.ts'
import { originOf } from '../../platform/config.ts'
import { useVisit } from '../../platform/visit.ts'
import { eventData } from './eventData.rules.ts'

type Shown = Parameters<typeof eventData>

/** What search engines read of a meeting. */
export function EventMarkup({ meeting, times }: { meeting: Shown[0]; times: Shown[1] }) {
  const data = eventData(meeting, times, originOf(useVisit().config))
  return data ? <LinkedData {...{ data }} /> : null
}
