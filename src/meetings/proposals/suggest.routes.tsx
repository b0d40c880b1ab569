import type { Context } from 'hono'
import { addNotices } from '../../account/notices/index.ts'
import { requireVoice } from '../../moderation/measures/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { emptyForm, mistakenForm, readForm, type Typed } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireMember, slice } from '../../platform/web.ts'
import { hostedOf } from '../hosting/hosted.ts'
import { differences } from '../hosting/said.ts'
import type { Meeting } from '../meeting.ts'
import { getMeeting } from '../store.ts'
import { type SuggestForm, suggestForm } from './form.ts'
import { t } from './messages.ts'
import { daysOf, suggestedOf, withSuggested } from './proposal.ts'
import { saysNothing, whyNoProposal } from './rules.ts'
import { addProposal, decideProposal, findLastDecided, findOwnProposal, listDeciders } from './store.ts'
import { SuggestPage } from './views/suggest.tsx'

/** "This meeting has moved": what whoever was there knows better than the list. */
export const suggestions = slice()

const newProposalsLimit = { points: 12, seconds: 24 * 3600 }

suggestions.get('/:id/suggest', async (c) => {
  const { db, locale } = c.var
  const member = requireMember(c)
  const meeting = await getSuggestable(c)
  const hosted = hostedOf(meeting)
  const [proposal, decided] = await Promise.all([
    findOwnProposal(db, meeting.id, member.id),
    findLastDecided(db, meeting.id, member.id),
  ])
  const rows = proposal ? differences(locale, hosted, withSuggested(hosted, proposal.changes)) : []
  return c.var.page(
    <SuggestPage
      {...{ meeting, decided }}
      form={emptyForm(typedOf(meeting))}
      hasDays={offersDays(meeting)}
      waiting={proposal && { proposal, rows }}
    />,
  )
})

suggestions.post('/:id/suggest', async (c) => {
  const { db, now, limits } = c.var
  const member = await requireVoice(c)
  const meeting = await getSuggestable(c)
  const hosted = hostedOf(meeting)
  // A meeting by appointment has no hour to be wrong.
  const form = readForm(suggestForm, {
    time: hosted.time,
    minutes: String(hosted.minutes),
    ...(await readBody(c)),
  })
  const view = { meeting, hasDays: offersDays(meeting) }
  if (!form.ok) return c.var.page(<SuggestPage {...view} form={form} />, 422)
  const { about, note, ...fields } = form.value
  const changes = suggestedOf(hosted, ofAbout(fields, about, meeting))
  if (saysNothing(about, changes, note)) {
    const again = mistakenForm(form.typed, { note: 'mistake.nothing' })
    return c.var.page(<SuggestPage {...view} form={again} />, 422)
  }
  await limits.count('new proposals', member.id, newProposalsLimit)
  await transaction(db, async (tx) => {
    await addProposal(tx, { meetingId: meeting.id, memberId: member.id, about, changes, note }, now)
    const link =
      meeting.feedId === null ? `/groups/${meeting.groupSlug}/suggestions` : '/operations/suggestions'
    await addNotices(
      tx,
      (await listDeciders(tx, meeting.id)).filter((id) => id !== member.id),
      { kind: 'meeting-proposal', link, words: { name: meeting.name }, about: `proposals ${meeting.id}` },
      now,
    )
  })
  return c.redirect(`/meetings/${meeting.id}/suggest`, 303)
})

suggestions.post('/:id/suggest/withdraw', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const meeting = await getMeeting(db, getId(c, 'id'))
  const own = await findOwnProposal(db, meeting.id, member.id)
  const by = { status: 'withdrawn', answer: null, memberId: member.id, now } as const
  if (own) await transaction(db, (tx) => decideProposal(tx, own.id, by))
  return c.redirect(`/meetings/${meeting.id}`, 303)
})

async function getSuggestable(c: Context<Env>): Promise<Meeting> {
  const meeting = await getMeeting(c.var.db, getId(c, 'id'))
  const refusal = whyNoProposal(meeting)
  if (refusal) throw refused(t(c.var.locale)(refusal), 410)
  return meeting
}

function typedOf(meeting: Meeting): Typed {
  const { time, minutes, onlineUrl, phone, placeName, address, town } = meeting
  const plain = { time, onlineUrl, phone, placeName, address, town }
  const texts = Object.entries(plain).map(([field, value]) => [field, value ?? ''])
  return {
    ...Object.fromEntries(texts),
    minutes: String(minutes),
    days: daysOf(hostedOf(meeting)).map(String),
  }
}

/** A list's meeting can be corrected to other days of every week, and not to another week of the month. */
function offersDays(meeting: Meeting): boolean {
  const hosted = hostedOf(meeting)
  if (meeting.feedId === null) return daysOf(hosted).length > 0
  return hosted.recurrence.every === 'week' && hosted.recurrence.interval === 1
}

/** Only the fields that belong to what was said to be wrong; the others count as they are. */
function ofAbout(fields: Omit<SuggestForm, 'about' | 'note'>, about: SuggestForm['about'], meeting: Meeting) {
  const before = hostedOf(meeting)
  const { time, minutes, days, onlineUrl, phone, placeName, address, town } = fields
  const when =
    about === 'time' ? { time, minutes, days } : { time: before.time, minutes: before.minutes, days: [] }
  const way =
    about === 'link' && meeting.feedId === null
      ? { onlineUrl, phone }
      : { onlineUrl: before.onlineUrl, phone: before.phone }
  const where =
    about === 'place'
      ? { placeName, address, town: meeting.feedId === null ? town : before.town }
      : { placeName: before.placeName, address: before.address, town: before.town }
  return { ...when, ...way, ...where }
}
