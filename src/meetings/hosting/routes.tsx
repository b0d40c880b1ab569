import type { Context } from 'hono'
import { type Group, groupKinds, guideOf, listGroupMembers, touchGroup } from '../../groups/index.ts'
import { requireVoice } from '../../moderation/measures/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import { emptyForm, type Form, readForm, type Typed, typedList, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, slice, zoneOf } from '../../platform/web.ts'
import type { Meeting } from '../meeting.ts'
import { findPlaces } from '../places/store.ts'
import { getMeeting } from '../store.ts'
import { minutesOf, writeAgenda } from './agenda.rules.ts'
import { dates } from './dates.routes.tsx'
import { meetingForm } from './form.ts'
import { type HostedMeeting, hostedOf } from './hosted.ts'
import { getOwn, requireHost } from './own.ts'
import { previewOf } from './preview.ts'
import { differences } from './said.ts'
import { standing } from './standing.routes.tsx'
import { addMeeting, changeMeeting, type Leader, listLeaders } from './store.ts'
import { tellOfMeeting } from './tell.ts'
import { typedOf } from './typed.ts'
import { MeetingFormPage } from './views/form.tsx'

/** A host's meetings, under the group's own address. */
export const hostMeetings = slice()

/** Each is worked out for weeks ahead and stands in everybody's list. */
const newMeetingsLimit = { points: 20, seconds: 24 * 3600 }

hostMeetings.get('/:slug/meetings/new', async (c) => {
  const { group, member } = await requireHost(c)
  const hosts = await hostsOf(c.var.db, group)
  const before = await addedBefore(c, group)
  const first = {
    repeat: 'week',
    week: '1',
    minutes: '60',
    zone: group.zone ?? zoneOf(c),
    name: group.name,
    town: group.placeName ?? '',
    leaders: [member.id],
  }
  // The next of several is mostly like the one before, on another day.
  const typed: Typed = before ? { ...typedOf(hostedOf(before)), days: [], leaders: [member.id] } : first
  return c.var.page(<MeetingFormPage {...{ group, hosts }} form={emptyForm(typed)} added={before} />)
})

hostMeetings.post('/:slug/meetings/new', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  // What they have said already they can still change and call off: people may be on their way.
  await requireVoice(c)
  const hosts = await hostsOf(db, group)
  const form = await readMeeting(c)
  if (asked(form) === 'fill')
    return c.var.page(<MeetingFormPage {...{ group, hosts }} form={filledIn(form)} />)
  if (!form.ok) return c.var.page(<MeetingFormPage {...{ group, hosts, form }} />, 422)
  const leaders = typedList(form, 'leaders')
  if (asked(form) === 'preview') {
    const preview = await previewOf(db, form.value, leaders, now)
    return c.var.page(<MeetingFormPage {...{ group, hosts, form, preview }} />)
  }
  await c.var.limits.count('new meetings', member.id, newMeetingsLimit)
  const place = await placeOf(db, form.value)
  const by = { groupId: group.id, groupName: group.name, memberId: member.id, place, leaders, now }
  const id = await transaction(db, async (tx) => {
    await touchGroup(tx, group.id, now)
    return await addMeeting(tx, form.value, by)
  })
  const next =
    asked(form) === 'another' ? `/groups/${group.slug}/meetings/new?after=${id}` : `/meetings/${id}`
  return c.redirect(next, 303)
})

hostMeetings.get('/:slug/meetings/:id', async (c) => {
  const { db } = c.var
  const { group } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const leaders = (await listLeaders(db, meeting.id)).map(({ memberId }) => memberId)
  const form = emptyForm({ ...typedOf(hostedOf(meeting)), leaders })
  return c.var.page(<MeetingFormPage {...{ group, meeting, form }} hosts={await hostsOf(db, group)} />)
})

hostMeetings.post('/:slug/meetings/:id', async (c) => {
  const { db, now } = c.var
  const { group, member } = await requireHost(c)
  const meeting = await getOwn(c, group)
  const form = await readMeeting(c)
  const view = { group, meeting, hosts: await hostsOf(db, group) }
  if (asked(form) === 'fill') return c.var.page(<MeetingFormPage {...view} form={filledIn(form)} />)
  if (!form.ok) return c.var.page(<MeetingFormPage {...view} form={form} />, 422)
  const leaders = typedList(form, 'leaders')
  if (asked(form) === 'preview') {
    const preview = await previewOf(db, form.value, leaders, now)
    return c.var.page(<MeetingFormPage {...view} {...{ form, preview }} />)
  }
  const place = await placeOf(db, form.value)
  const version = versionIn(form) ?? meeting.version
  const by = { groupId: group.id, groupName: group.name, place, leaders, now, version }
  const isKept = await transaction(db, async (tx) => {
    if (!(await changeMeeting(tx, meeting.id, form.value, by))) return false
    if (isElsewhere(hostedOf(meeting), form.value))
      await tellOfMeeting(tx, 'changed', {
        meeting: { ...form.value, id: meeting.id },
        memberId: member.id,
        now,
      })
    return true
  })
  if (isKept) return c.redirect(`/meetings/${meeting.id}`, 303)
  const kept = await getMeeting(db, meeting.id)
  const clash = differences(c.var.locale, hostedOf(kept), form.value)
  return c.var.page(<MeetingFormPage {...view} meeting={kept} {...{ form, clash }} />, 409)
})

hostMeetings.route('/', standing)
hostMeetings.route('/', dates)

async function hostsOf(db: Database, group: Group): Promise<Leader[]> {
  return listGroupMembers(db, group.id, 'host')
}

async function addedBefore(c: Context<Env>, group: Group): Promise<Meeting | undefined> {
  const id = c.req.query('after') ?? ''
  if (!/^[1-9]\d{0,17}$/.test(id)) return undefined
  const meeting = await getMeeting(c.var.db, id)
  return meeting.groupId === group.id ? meeting : undefined
}

async function readMeeting(c: Context<Env>): Promise<Form<HostedMeeting>> {
  const today = c.var.now.toZonedDateTimeISO('UTC').toPlainDate()
  return readForm(meetingForm(today), await readBody(c))
}

/** Which of the form's buttons was pressed. */
function asked(form: { typed: Typed }): string {
  return typedText(form, 'do')
}

/** A ready plan takes the place of the agenda and gives what else is still empty; nothing is kept by it. */
function filledIn(form: { typed: Typed }) {
  const id = typedText(form, 'format')
  const format = groupKinds.flatMap((kind) => guideOf(kind).formats).find((one) => one.id === id)
  if (!format) return emptyForm(form.typed)
  const or = (field: string, ready: string | undefined) => typedText(form, field) || (ready?.trim() ?? '')
  return emptyForm({
    ...form.typed,
    agenda: writeAgenda(format.parts),
    minutes: String(minutesOf(format.parts)),
    practice: format.practice ?? typedText(form, 'practice'),
    bring: or('bring', format.bring),
    consent: or('consent', format.consent),
    weatherPlan: or('weatherPlan', format.weather),
  })
}

/** Whether those who planned to come would stand at the wrong door, or at the wrong hour. */
function isElsewhere(before: HostedMeeting, after: HostedMeeting): boolean {
  const spot = ({
    recurrence,
    time,
    zone,
    onlineUrl,
    phone,
    placeName,
    address,
    meetingPoint,
  }: HostedMeeting) =>
    JSON.stringify([recurrence, time, zone, onlineUrl, phone, placeName, address, meetingPoint])
  return spot(before) !== spot(after)
}

/** A town that is not known is kept as written; then the meeting is not found by distance. */
async function placeOf(db: Database, { town }: HostedMeeting) {
  return town ? (await findPlaces(db, town)).found : undefined
}

/** What the host had before them; what is no number was never theirs, and 0 is no version. */
function versionIn(form: Parameters<typeof typedText>[0]): number | undefined {
  const typed = typedText(form, 'version')
  if (typed === '') return undefined
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}
