import { setTimeout as after } from 'node:timers/promises'
import type { Context } from 'hono'
import { findFit, noAnswers } from '../groups/fit/index.ts'
import { numbersFor } from '../help/index.ts'
import { listUpcoming } from '../meetings/index.ts'
import { emptyForm, readForm, type Typed } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, slice, zoneOf } from '../platform/web.ts'
import { techniquesFor } from '../toolkit/index.ts'
import { type CompleteAnswers, loudest } from './rules/answers.ts'
import { dayOf } from './rules/course.ts'
import { answersForm, fieldNames, readWhatWeCan } from './rules/form.ts'
import { purposeOf } from './rules/purpose.ts'
import { findFlags, mostUrgent } from './rules/redFlags.ts'
import { FormPage } from './views/formPage.tsx'
import { Helps } from './views/helps.tsx'
import { People } from './views/people.tsx'
import { ResultPage } from './views/resultPage.tsx'

export const checkin = slice()

const loudestShown = 2
const techniquesShown = 4
const groupsShown = 2
const meetingsShown = 3
const soonHours = 12
const patienceMs = 2000

checkin.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<FormPage form={emptyForm()} />)
})

// The result is the answer to the form: it has no address, is kept nowhere and is gone with the page.
checkin.post('/', async (c) => {
  const form = readForm(answersForm, await readBody(c))
  if (!form.ok) return c.var.page(<FormPage form={form} urgent={urgentIn(c, form.typed)} />, 422)

  const answers = form.value
  const flags = findFlags(answers)
  const symptoms = loudest(answers, loudestShown)
  const techniques = techniquesFor(symptoms, techniquesShown)
  // What is urgent needs no database, and must not wait for one that is slow or down.
  const people = await Promise.race([
    findPeople(c, answers),
    after(patienceMs, undefined, { ref: false }),
  ]).catch((fault: Error) => {
    c.var.log.error({ route: c.req.routePath, stack: fault.stack }, 'could not look for people')
    return undefined
  })
  return c.var.page(
    <ResultPage
      answers={answers}
      flags={flags}
      numbers={numbersHere(c, answers.country)}
      carried={carriedOf(form.typed)}
      helps={<Helps symptoms={symptoms} techniques={techniques} urgency={mostUrgent(flags)} />}
      people={<People answers={answers} found={people} />}
    />,
  )
})

checkin.post('/change', async (c) => {
  const { typed } = readForm(answersForm, await readBody(c))
  return c.var.page(<FormPage form={emptyForm(typed)} />)
})

// Reached by reloading or by an old bookmark: there is nothing to change any more.
checkin.get('/change', (c) => c.redirect('/check-in', 303))

/** What in a form with mistakes cannot wait until they are mended. */
function urgentIn(c: Context<Env>, typed: Typed) {
  const read = readWhatWeCan(typed)
  const flags = findFlags(read).filter((flag) => flag.urgency !== 'soon')
  return flags.length > 0 ? { flags, numbers: numbersHere(c, read.country) } : undefined
}

function numbersHere(c: Context<Env>, country: string | undefined) {
  return numbersFor(country, c.var.now)
}

/** The groups that fit best and the next meetings; online ones first, because we do not ask where anybody is. */
async function findPeople(c: Context<Env>, answers: CompleteAnswers) {
  const { db, now } = c.var
  const zone = zoneOf(c)
  const day = answers.hoursSince === undefined ? null : dayOf(answers.hoursSince)
  const [fits, upcoming] = await Promise.all([
    findFit(db, { ...noAnswers, purpose: purposeOf(answers), zone, day }, now),
    listUpcoming(db, { now, hours: soonHours, stillToJoin: true, limit: 60 }),
  ])
  const online = upcoming.filter((meeting) => meeting.online)
  const meetings = (online.length > 0 ? online : upcoming).slice(0, meetingsShown)
  return { fits: fits.filter((fit) => fit.fitsWell).slice(0, groupsShown), meetings, zone }
}

/** The answers as pairs of name and value, without anything that is no field of ours. */
function carriedOf(typed: Typed): [string, string][] {
  return fieldNames.flatMap((name) =>
    [typed[name] ?? []].flat().map((value): [string, string] => [name, value.slice(0, 100)]),
  )
}
