import type { Context } from 'hono'
import { type Group, getGroup, roleIn, touchGroup } from '../../groups/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { emptyForm, type Form, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, type Member, requireMember, slice, zoneOf } from '../../platform/web.ts'
import type { Meeting } from '../meeting.ts'
import type { Place } from '../places/place.ts'
import { findPlaces } from '../places/store.ts'
import { getMeeting } from '../store.ts'
import { type HostedMeeting, meetingForm, typedOf } from './form.ts'
import { t } from './messages.ts'
import { addMeeting, changeMeeting, endMeeting } from './store.ts'
import { MeetingFormPage } from './views.tsx'

/** A host's meetings, under the group's own address. */
export const hostMeetings = slice()

/** Each is worked out for weeks ahead and stands in everybody's list. */
const newMeetingsLimit = { points: 20, seconds: 24 * 3600 }

hostMeetings.get('/:slug/meetings/new', async (c) => {
  const { group } = await requireHost(c)
  const zone = group.zone ?? zoneOf(c)
  const form = emptyForm({
    repeat: 'week',
    minutes: '60',
    zone,
    name: group.name,
    town: group.placeName ?? '',
  })
  return c.var.page(<MeetingFormPage {...{ group, form }} />)
})

hostMeetings.post('/:slug/meetings/new', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const form = await readMeeting(c)
  if (!form.ok) return c.var.page(<MeetingFormPage {...{ group, form }} />, 422)
  await c.var.limits.count('new meetings', member.id, newMeetingsLimit)
  const place = await placeOf(db, form.value)
  const id = await transaction(db, async (tx) => {
    await touchGroup(tx, group.id, now)
    return await addMeeting(tx, form.value, {
      groupId: group.id,
      groupName: group.name,
      memberId: member.id,
      place,
      now,
    })
  })
  return c.redirect(`/meetings/${id}`, 303)
})

hostMeetings.get('/:slug/meetings/:id', async (c) => {
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  return c.var.page(<MeetingFormPage {...{ group, meeting }} form={emptyForm(typedOf(meeting))} />)
})

hostMeetings.post('/:slug/meetings/:id', async (c) => {
  const { db, now } = c.var
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const form = await readMeeting(c)
  if (!form.ok) return c.var.page(<MeetingFormPage {...{ group, meeting, form }} />, 422)
  const place = await placeOf(db, form.value)
  await transaction(db, (tx) =>
    changeMeeting(tx, meeting.id, form.value, { groupId: group.id, groupName: group.name, place, now }),
  )
  return c.redirect(`/meetings/${meeting.id}`, 303)
})

hostMeetings.post('/:slug/meetings/:id/end', async (c) => {
  const { db, now } = c.var
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  await transaction(db, (tx) => endMeeting(tx, meeting.id, group.id, now))
  return c.redirect(`/groups/${group.slug}`, 303)
})

async function requireHost(c: Context<Env>): Promise<{ group: Group; member: Member }> {
  const { db, locale } = c.var
  const group = await getGroup(db, c.req.param('slug') ?? '')
  const member = requireMember(c)
  if ((await roleIn(db, group.id, member.id)) !== 'host') throw refused(t(locale)('host.only'))
  return { group, member }
}

/** A meeting that came with a feed is changed where it comes from, or the next import would undo it. */
async function getOwn(c: Context<Env>, group: Group): Promise<Meeting> {
  const meeting = await getMeeting(c.var.db, getId(c, 'id'))
  if (meeting.groupId !== group.id) throw notFound()
  if (meeting.feedId !== null) throw refused(t(c.var.locale)('host.imported'), 409)
  return meeting
}

async function readMeeting(c: Context<Env>): Promise<Form<HostedMeeting>> {
  const today = c.var.now.toZonedDateTimeISO('UTC').toPlainDate()
  return readForm(meetingForm(today), await readBody(c))
}

/** A town that is not known is kept as written; then the meeting is not found by distance. */
async function placeOf(db: Database, { town }: HostedMeeting): Promise<Place | undefined> {
  return town ? (await findPlaces(db, town)).found : undefined
}
