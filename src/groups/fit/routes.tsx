import { findTown, listUpcoming } from '../../meetings/index.ts'
import { slice, zoneOf } from '../../platform/web.ts'
import { type AskedAnswers, readAnswers } from './answers.ts'
import { findFit } from './findFit.ts'
import { listGroupLanguages } from './store.ts'
import { FitPage, QuestionsPage } from './views/page.tsx'
import { SoonOnline } from './views/soon.tsx'

export const groupFit = slice()

const soonHours = 6
const soonRows = 4
// Online ones are picked out of these; there are always some among so many.
const soonLooked = 60

groupFit.get('/', async (c) => {
  const { db, now, page } = c.var
  const query = new URL(c.req.url).searchParams
  const asked = inTheirLanguage(readAnswers(query), query, c.var.locale)
  const zone = zoneOf(c)
  const languages = await listGroupLanguages(db)
  if (query.size === 0) {
    const ownZone = Boolean(c.var.member?.zone)
    return page(<QuestionsPage {...{ asked, zone, languages, ownZone, townMistake: undefined }} />)
  }

  const tooLong = asked.notUnderstood.includes('town')
  const place = asked.town && !tooLong ? await findTown(db, asked.town) : undefined
  const townMistake = tooLong ? 'town.long' : asked.town && !place ? 'town.unknown' : undefined
  // Somebody who looks for a room, however wrongly the town is spelled, is still shown groups.
  const [fits, upcoming] = await Promise.all([
    findFit(db, { ...asked.answers, place: place ?? null, zone }, now),
    listUpcoming(db, { now, hours: soonHours, stillToJoin: true, limit: soonLooked }),
  ])
  const online = upcoming.filter((meeting) => meeting.online).slice(0, soonRows)
  const soon = <SoonOnline meetings={online} zone={zone} now={now} />
  const needsTown = asked.answers.way === 'in_person' && !place
  return page(<FitPage {...{ asked, zone, languages, townMistake, fits, needsTown, soon }} />)
})

/** Who did not say in which language reads this page in theirs; an empty answer means any. */
function inTheirLanguage(asked: AskedAnswers, query: URLSearchParams, locale: string): AskedAnswers {
  if (query.has('language')) return asked
  return { ...asked, answers: { ...asked.answers, language: locale.slice(0, 2) } }
}
