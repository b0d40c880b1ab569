import type { Context } from 'hono'
import { originOf } from '../../platform/config.ts'
import { type Env, slice } from '../../platform/web.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { listDetails } from '../print.store.ts'
import { PrintPage } from '../views/print.tsx'
import { WeekPage } from '../views/week.tsx'
import { choicesOf, findNear, readSearch } from './asked.ts'
import type { Filters } from './filters.ts'
import { searchMeetings } from './search.store.ts'
import { isWithin, type Slot, slotsOf, spansOfSlots } from './week.ts'

export const week = slice()

const keptSeconds = 300
/** So many fit into one row of a day in the picture. */
const shownOfSlot = 6
/** Up to so many are read at once; beyond, each slot is asked for its first few. */
const readAtOnce = 300
/** A booklet of more is no booklet. */
const printedAtMost = 400

week.get('/week', async (c) => {
  const asked = readSearch(c, 'week')
  if (asked.tidier) return c.redirect(asked.tidier, 303)
  if (asked.isPlain) c.var.cache.guestPage(['meetings', 'groups'], { forSeconds: keptSeconds })
  const { filters } = asked.search
  const { near, point, zone } = await findNear(c, asked)
  const slots = slotsOf(filters, zone, c.var.now)
  const { filled, words } = await fillSlots(c, filters, { zone, point, slots })
  const view = { ...asked, zone, words, filled, near, now: c.var.now, choices: await choicesOf(c) }
  return c.var.page(<WeekPage {...view} shownOfSlot={shownOfSlot} />)
})

interface Filling {
  zone: string
  point: Filters['at']
  slots: Slot[]
}

export interface FilledSlot extends Slot {
  /** One more than is shown when there are more. */
  meetings: UpcomingMeeting[]
}

async function fillSlots(c: Context<Env>, filters: Filters, { zone, point, slots }: Filling) {
  const { db, now } = c.var
  const timeless = { ...filters, when: undefined, sort: undefined, after: undefined }
  const search = (some: Slot[], limit: number) =>
    searchMeetings(db, timeless, { now, zone, point, limit, spans: spansOfSlots(some) })
  const all = await search(slots, readAtOnce + 1)
  const isAll = all.meetings.length <= readAtOnce
  const filled: FilledSlot[] = []
  for (const slot of slots) {
    const meetings = isAll
      ? all.meetings.filter(({ startsAt }) => isWithin(slot, startsAt))
      : (await search([slot], shownOfSlot + 1)).meetings
    filled.push({ ...slot, meetings })
  }
  return { filled, words: all.words }
}

week.get('/print', async (c) => {
  const asked = readSearch(c, 'print')
  if (asked.tidier) return c.redirect(asked.tidier, 303)
  const { db, now, config } = c.var
  const { filters } = asked.search
  const { near, point, zone } = await findNear(c, asked)
  const slots = slotsOf(filters, zone, now, 8)
  const timeless = { ...filters, when: undefined, sort: undefined, after: undefined }
  const { meetings: found } = await searchMeetings(db, timeless, {
    ...{ now, zone, point },
    spans: spansOfSlots(slots),
    limit: printedAtMost + 1,
  })
  const meetings = found.slice(0, printedAtMost)
  const details = await listDetails(
    db,
    meetings.map(({ id }) => id),
  )
  const view = { ...asked, zone, now, meetings, details, origin: originOf(config), near }
  return c.var.page(<PrintPage {...view} cutAt={found.length > printedAtMost ? printedAtMost : undefined} />)
})
