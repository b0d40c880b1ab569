import type { Database } from '../../../platform/database/index.ts'
import { typeCodes } from '../../index.ts'
import type { Composing } from '../answer/compose.ts'
import type { Making } from '../answer/make.ts'
import { t } from '../messages.ts'
import type { PublishedMeeting, Site } from '../published.ts'
import { isUnderWay, slotsOf } from '../slots.rules.ts'
import { publishedMeetings, settleSlots, type Which } from '../store.ts'
import { listPart, listPrints } from '../whole.store.ts'
import { type GuideWords, guideRecord } from './record.rules.ts'

interface Count {
  records: number
  leftOut: number
}

/** The meetings as a Meeting Guide list. The answer says how many could not be told in it. */
export function guideList(db: Database, which: Which, site: Site, now: Temporal.Instant): Making {
  const total: Count = { records: 0, leftOut: 0 }
  return {
    pieces: (async function* () {
      yield '['
      for await (const batch of publishedMeetings(db, which)) {
        const { text, facts } = await recordsOf(db, batch, site, dayOf(now))
        yield `${text && total.records > 0 ? ',' : ''}${text}`
        total.records += facts.records
        total.leftOut += facts.leftOut
      }
      yield end
    })(),
    headers: () => headersOf(total),
  }
}

/** All meetings, in pieces that are made again when something in them changed. */
export function wholeGuide(db: Database, site: Site, now: Temporal.Instant): Composing<Count> {
  return {
    prints: () => listPrints(db, dayOf(now)),
    make: async (id) => recordsOf(db, await listPart(db, id), site, dayOf(now)),
    head: () => '[',
    between: ',',
    end: () => end,
    headers: (counts) =>
      headersOf({
        records: counts.reduce((sum, { records }) => sum + records, 0),
        leftOut: counts.reduce((sum, { leftOut }) => sum + leftOut, 0),
      }),
  }
}

const end = '\n]\n'

function headersOf({ records, leftOut }: Count): Record<string, string> {
  return { 'newleaf-meetings': String(records), 'newleaf-left-out': String(leftOut) }
}

function dayOf(now: Temporal.Instant): string {
  return now.toString().slice(0, 10)
}

/** The language of what other programs read: one list is the same for everybody. */
const language = 'en'

async function recordsOf(
  db: Database,
  meetings: PublishedMeeting[],
  site: Site,
  today: string,
): Promise<{ text: string; facts: Count }> {
  const say = t(language)
  const words: GuideWords = { online: say('guide.online'), source: (list) => say('guide.source', { list }) }
  const settled = await settleSlots(db, meetings)
  const records: string[] = []
  let leftOut = 0
  for (const meeting of meetings) {
    const slots = slotsOf(settled.get(meeting.id) ?? [])
    if (slots.length === 0 || !isOn(meeting) || !isUnderWay(meeting.recurrence, today)) {
      leftOut++
      continue
    }
    for (const slot of slots)
      records.push(`\n${JSON.stringify(guideRecord(meeting, slot, site, words, typeCodes))}`)
  }
  return { text: records.join(','), facts: { records: records.length, leftOut } }
}

/** What is paused is not on this week, and a list that knows no pause would send people to a locked door. */
function isOn(meeting: PublishedMeeting): meeting is PublishedMeeting & { time: string; zone: string } {
  return meeting.status === 'running' && meeting.time !== null && meeting.zone !== null
}
