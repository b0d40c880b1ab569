import { listGroupsOf, roleIn } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { getId, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { listChanges } from '../changes.store.ts'
import { scheduleOf } from '../meeting.ts'
import { getMeeting } from '../store.ts'
import { comingForm } from './form.ts'
import { keepComing } from './keeping.ts'
import { t } from './messages.ts'
import { listOwnPlans } from './plans.store.ts'
import { countPlans, listAttendances, mostPlans } from './store.ts'
import { MinePage } from './views/mine.tsx'
import { firstDay, weeksOf } from './weeks.rules.ts'

/** What a member plans to come to and where they were: their own, unless they show it. */
export const attendance = slice()

attendance.get('/mine', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const zone = zoneOf(c)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const came = await listAttendances(db, member.id, firstDay(today))
  const [plans, groups] = await Promise.all([listOwnPlans(db, member.id, now), listGroupsOf(db, member.id)])
  const weeks = weeksOf(
    came.map(({ onDate }) => onDate),
    today,
  )
  return c.var.page(
    <MinePage {...{ plans, came, weeks, zone, home: groups.find((group) => group.isHome) }} />,
  )
})

attendance.post('/:id/coming', async (c) => {
  const { db, now, locale } = c.var
  const member = requireMember(c)
  const meeting = await getMeeting(db, getId(c, 'id'))
  const schedule = scheduleOf(meeting)
  if (!schedule) throw refused(t(locale)('coming.noDates'), 409)
  const form = readForm(comingForm, await readBody(c))
  if (!form.ok) throw refused(t(locale)('mistake.dates'), 422)
  const changes = await listChanges(db, [meeting.id])
  const isMember = (await roleIn(db, meeting.groupId, member.id)) !== undefined
  await transaction(db, async (tx) => {
    await keepComing(tx, { meeting, schedule, changes, memberId: member.id, isMember, now }, form.value)
    if ((await countPlans(tx, member.id)) > mostPlans) throw refused(t(locale)('coming.tooMany'), 409)
  })
  return c.redirect(`/meetings/${meeting.id}#coming`, 303)
})
