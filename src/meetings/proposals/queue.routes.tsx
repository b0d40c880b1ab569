import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireOperator, slice, zoneOf } from '../../platform/web.ts'
import { hostedOf } from '../hosting/hosted.ts'
import { requireHost } from '../hosting/own.ts'
import { differences } from '../hosting/said.ts'
import type { Meeting } from '../meeting.ts'
import { getMeeting } from '../store.ts'
import { applyToHosted, decide } from './deciding.ts'
import { decisionForm } from './form.ts'
import { applyToImported } from './imported.ts'
import { t } from './messages.ts'
import { markOf, type Proposal, withSuggested } from './proposal.ts'
import { whyNoProposal } from './rules.ts'
import { findProposal, type ListedProposal, listWaiting, lockProposal } from './store.ts'
import { type QueuedProposal, QueuePage } from './views/queue.tsx'

/** For the hosts of a group, under its address. */
export const hostSuggestions = slice()
/** For the operator: meetings that came with a feed have no host here. */
export const operatorSuggestions = slice()

hostSuggestions.get('/:slug/suggestions', async (c) => {
  const { group } = await requireHost(c)
  const here = `/groups/${group.slug}`
  const waiting = await queued(c, await listWaiting(c.var.db, { groupId: group.id }))
  const back = { href: here, name: group.name }
  return c.var.page(<QueuePage {...{ waiting, back }} zone={zoneOf(c)} path={`${here}/suggestions`} />)
})

hostSuggestions.post('/:slug/suggestions/:id', async (c) => {
  const { group } = await requireHost(c)
  const { meeting, proposal } = await getWaiting(c)
  if (meeting.groupId !== group.id || meeting.feedId !== null) throw notFound()
  await readDecision(c, { meeting, proposal }, applyToHosted)
  return c.redirect(`/groups/${group.slug}/suggestions`, 303)
})

operatorSuggestions.get('/', async (c) => {
  requireOperator(c)
  const waiting = await queued(c, await listWaiting(c.var.db, 'imported'))
  const back = { href: '/operations', name: t(c.var.locale)('queue.operations'), ours: true }
  return c.var.page(<QueuePage {...{ waiting, back }} zone={zoneOf(c)} path="/operations/suggestions" />)
})

operatorSuggestions.post('/:id', async (c) => {
  requireOperator(c)
  const { meeting, proposal } = await getWaiting(c)
  if (meeting.feedId === null) throw notFound()
  await readDecision(c, { meeting, proposal }, applyToImported)
  return c.redirect('/operations/suggestions', 303)
})

async function queued(c: Context<Env>, proposals: ListedProposal[]): Promise<QueuedProposal[]> {
  const { db, locale } = c.var
  const queue: QueuedProposal[] = []
  for (const proposal of proposals) {
    const hosted = hostedOf(await getMeeting(db, proposal.meetingId))
    queue.push({ proposal, rows: differences(locale, hosted, withSuggested(hosted, proposal.changes)) })
  }
  return queue
}

async function getWaiting(c: Context<Env>): Promise<{ meeting: Meeting; proposal: Proposal }> {
  const proposal = await findProposal(c.var.db, getId(c, 'id'))
  if (!proposal) throw notFound()
  return { proposal, meeting: await getMeeting(c.var.db, proposal.meetingId) }
}

async function readDecision(
  c: Context<Env>,
  { meeting, proposal }: { meeting: Meeting; proposal: Proposal },
  apply: typeof applyToHosted,
): Promise<void> {
  const { db, now, locale, member } = c.var
  const say = t(locale)
  const form = readForm(decisionForm, await readBody(c))
  if (!form.ok) throw refused(say(form.mistakes.answer ? 'mistake.textLong' : 'mistake.decision'), 422)
  const refusal = form.value.decision === 'accept' ? whyNoProposal(meeting) : undefined
  if (refusal) throw refused(say(refusal), 409)
  const by = { ...form.value, memberId: member?.id ?? '', now }
  await transaction(db, async (tx) => {
    const standing = await lockProposal(tx, proposal.id)
    if (standing?.status !== 'waiting') throw refused(say('refusal.decided'), 409)
    if (markOf(standing) !== form.value.seen) throw refused(say('refusal.changed'), 409)
    await decide(tx, { meeting, proposal: standing, apply: () => apply(tx, meeting, standing, by) }, by)
  })
}
