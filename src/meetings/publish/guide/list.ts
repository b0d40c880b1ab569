import type { Database } from '../../../platform/database/index.ts'
import { typeCodes } from '../../index.ts'
import type { Making } from '../answer/make.ts'
import { t } from '../messages.ts'
import type { PublishedMeeting, Site } from '../published.ts'
import { isUnderWay, slotsOf } from '../slots.rules.ts'
import { publishedMeetings, settleSlots, type Which } from '../store.ts'
import { type GuideWords, guideRecord } from './record.rules.ts'

/** The meetings as a Meeting Guide list. The answer says how many could not be told in it. */
export function guideList(db: Database, which: Which, site: Site, now: Temporal.Instant): Making {
  const count = { records: 0, leftOut: 0 }
  return {
    pieces: pieces(db, which, site, now.toString().slice(0, 10), count),
    headers: () => ({
      'newleaf-meetings': String(count.records),
      'newleaf-left-out': String(count.leftOut),
    }),
  }
}

/** The language of what other programs read: one list is the same for everybody. */
const language = 'en'

async function* pieces(
  db: Database,
  which: Which,
  site: Site,
  today: string,
  count: { records: number; leftOut: number },
): AsyncGenerator<string> {
  const say = t(language)
  const words: GuideWords = { online: say('guide.online'), source: (list) => say('guide.source', { list }) }
  yield '['
  for await (const batch of publishedMeetings(db, which)) {
    const settled = await settleSlots(db, batch)
    for (const meeting of batch) {
      const slots = slotsOf(settled.get(meeting.id) ?? [])
      if (slots.length === 0 || !isOn(meeting) || !isUnderWay(meeting.recurrence, today)) {
        count.leftOut++
        continue
      }
      for (const slot of slots)
        yield `${count.records++ > 0 ? ',' : ''}\n${JSON.stringify(guideRecord(meeting, slot, site, words, typeCodes))}`
    }
  }
  yield '\n]\n'
}

/** What is paused is not on this week, and a list that knows no pause would send people to a locked door. */
function isOn(meeting: PublishedMeeting): meeting is PublishedMeeting & { time: string; zone: string } {
  return meeting.status === 'running' && meeting.time !== null && meeting.zone !== null
}
