import * as v from 'valibot'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { slice } from '../../platform/web.ts'
import { date, isDate } from './fields.ts'
import { hostedOf } from './hosted.ts'
import { getOwn, requireHost } from './own.ts'
import { endMeeting, pauseMeeting, resumeMeeting } from './store.ts'
import { tellOfMeeting } from './tell.ts'
import { typedOf } from './typed.ts'
import { MeetingFormPage } from './views/form.tsx'

/** Whether a meeting is on: paused, on again, ended. */
export const standing = slice()

/** A pause longer than this is an end. */
const longestPauseDays = 366

function pauseForm(today: Temporal.PlainDate) {
  const isAhead = (given: string) => {
    const day = Temporal.PlainDate.from(given)
    return (
      Temporal.PlainDate.compare(day, today) > 0 &&
      Temporal.PlainDate.compare(day, today.add({ days: longestPauseDays })) <= 0
    )
  }
  return v.object({
    until: v.pipe(
      date,
      v.check((given) => !isDate(given) || isAhead(given), 'mistake.until'),
    ),
  })
}

standing.post('/:slug/meetings/:id/pause', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const today = now.toZonedDateTimeISO(meeting.zone ?? 'UTC').toPlainDate()
  const form = readForm(pauseForm(today), await readBody(c))
  if (!form.ok) {
    const shown = { ...emptyForm(typedOf(hostedOf(meeting))), mistakes: form.mistakes }
    return c.var.page(<MeetingFormPage {...{ group, meeting }} form={shown} hosts={[]} />, 422)
  }
  const until = form.value.until ? Temporal.PlainDate.from(form.value.until) : null
  await transaction(db, async (tx) => {
    await pauseMeeting(tx, meeting.id, until, { groupId: group.id, now })
    await tellOfMeeting(tx, 'paused', { meeting, memberId: member.id, now })
  })
  return c.redirect(`/meetings/${meeting.id}`, 303)
})

standing.post('/:slug/meetings/:id/resume', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const meeting = await getOwn(c, group)
  await transaction(db, async (tx) => {
    await resumeMeeting(tx, meeting.id, { groupId: group.id, now })
    await tellOfMeeting(tx, 'resumed', { meeting, memberId: member.id, now })
  })
  return c.redirect(`/meetings/${meeting.id}`, 303)
})

standing.post('/:slug/meetings/:id/end', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const meeting = await getOwn(c, group)
  await transaction(db, async (tx) => {
    await endMeeting(tx, meeting.id, { groupId: group.id, now })
    await tellOfMeeting(tx, 'ended', { meeting, memberId: member.id, now })
  })
  return c.redirect(`/groups/${group.slug}`, 303)
})
