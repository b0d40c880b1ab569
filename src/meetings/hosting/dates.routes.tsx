import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { emptyForm, readForm, type Typed, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import { listChanges } from '../changes.store.ts'
import { type Meeting, scheduleOf } from '../meeting.ts'
import { changedOccurrences, type DateChange, isDateOf, isSaid } from '../recurrence/changes.ts'
import type { Schedule } from '../recurrence/recurrence.ts'
import { dateForm } from './dates.form.ts'
import { changeDate } from './dates.store.ts'
import { isDate } from './fields.ts'
import { t } from './messages.ts'
import { getOwn, requireHost } from './own.ts'
import { tellOfDate } from './tell.ts'
import { DatePage, DatesPage } from './views/dates.tsx'

/** One date of a meeting: cancelled, moved, or with a note of its own. */
export const dates = slice()

const datesShown = 12
const daysAhead = 400

dates.get('/:slug/meetings/:id/dates', async (c) => {
  const { db, now } = c.var
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const schedule = getSchedule(c, meeting)
  const changes = await listChanges(db, [meeting.id])
  const until = now.add({ hours: 24 * daysAhead })
  const times = changedOccurrences(schedule, changes, now, until).slice(0, datesShown)
  return c.var.page(<DatesPage {...{ group, meeting, schedule, times, changes }} />)
})

dates.get('/:slug/meetings/:id/dates/:date', async (c) => {
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const schedule = getSchedule(c, meeting)
  const onDate = dateOf(c, schedule)
  const { change, sequence } = await changeOf(c, meeting, onDate)
  const view = { group, meeting, schedule, onDate, change, sequence }
  return c.var.page(<DatePage {...view} form={emptyForm(typedOf(change))} />)
})

dates.post('/:slug/meetings/:id/dates/:date', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const schedule = getSchedule(c, meeting)
  const onDate = dateOf(c, schedule)
  const today = now.toZonedDateTimeISO(schedule.zone).toPlainDate()
  if (Temporal.PlainDate.compare(onDate, today) < 0) throw refused(t(c.var.locale)('dates.over'), 409)
  const form = readForm(dateForm(schedule, onDate, today), await readBody(c))
  const { change, sequence } = await changeOf(c, meeting, onDate)
  const view = { group, meeting, schedule, onDate, change, sequence, form }
  if (!form.ok) return c.var.page(<DatePage {...view} />, 422)
  const seen = typedText(form, 'seen')
  const isSeen = seen === '' || seen === String(sequence)
  // Nothing is said twice: a host who sends the same form again tells nobody again.
  if (isSame(change, form.value)) return c.redirect(`/groups/${group.slug}/meetings/${meeting.id}/dates`, 303)
  if (!isSeen) return c.var.page(<DatePage {...view} clash />, 409)
  await transaction(db, async (tx) => {
    await changeDate(tx, meeting, form.value, { memberId: member.id, now })
    await tellOfDate(tx, form.value, { meeting, memberId: member.id, now })
  })
  return c.redirect(`/groups/${group.slug}/meetings/${meeting.id}/dates`, 303)
})

/** A meeting by appointment has no dates to change. */
function getSchedule(c: Context<Env>, meeting: Meeting): Schedule {
  const schedule = scheduleOf(meeting)
  if (!schedule) throw refused(t(c.var.locale)('dates.none'), 409)
  return schedule
}

function dateOf(c: Context<Env>, schedule: Schedule): Temporal.PlainDate {
  const said = c.req.param('date') ?? ''
  if (!isDate(said)) throw notFound()
  const onDate = Temporal.PlainDate.from(said)
  if (!isDateOf(schedule, onDate)) throw notFound()
  return onDate
}

/** What is said about a date, and how often it was changed; a change that was taken back says nothing. */
async function changeOf(
  c: Context<Env>,
  meeting: Meeting,
  onDate: Temporal.PlainDate,
): Promise<{ change: DateChange | undefined; sequence: number }> {
  const changes = await listChanges(c.var.db, [meeting.id])
  const kept = changes.find((change) => change.onDate.equals(onDate))
  return { change: kept && isSaid(kept) ? kept : undefined, sequence: kept?.sequence ?? 0 }
}

function typedOf(change: DateChange | undefined): Typed {
  return {
    kind: change?.kind ?? '',
    newDate: change?.newDate ? String(change.newDate) : '',
    newTime: change?.newTime ?? '',
    note: change?.note ?? '',
  }
}

function isSame(before: DateChange | undefined, after: DateChange): boolean {
  if (!before) return !isSaid(after)
  const said = ({ kind, newDate, newTime, note }: DateChange) =>
    JSON.stringify([kind, String(newDate), newTime, note])
  return said(before) === said(after)
}
