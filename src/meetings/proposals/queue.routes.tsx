import type { Context } from 'hono'
import type { Group } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { readForm, typedText } from '../../platform/forms.ts'
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
import { type QueuedProposal, QueuePage, type Unsent } from './views/queue.tsx'

/** For the hosts of a group, under its address. */
export const hostSuggestions = slice()
/** For the operator: meetings that came with a feed have no host here. */
export const operatorSuggestions = slice()

hostSuggestions.get('/:slug/suggestions', async (c) => {
  const { group } = await requireHost(c)
  return hostsQueue(c, group)
})

hostSuggestions.post('/:slug/suggestions/:id', async (c) => {
  const { group } = await requireHost(c)
  const { meeting, proposal } = await getWaiting(c)
  if (meeting.groupId !== group.id || meeting.feedId !== null) throw notFound()
  const unsent = await readDecision(c, { meeting, proposal }, applyToHosted)
  return unsent ? hostsQueue(c, group, unsent) : c.redirect(`/groups/${group.slug}/suggestions`, 303)
})

operatorSuggestions.get('/', async (c) => {
  requireOperator(c)
  return operatorsQueue(c)
})

operatorSuggestions.post('/:id', async (c) => {
  requireOperator(c)
  const { meeting, proposal } = await getWaiting(c)
  if (meeting.feedId === null) throw notFound()
  const unsent = await readDecision(c, { meeting, proposal }, applyToImported)
  return unsent ? operatorsQueue(c, unsent) : c.redirect('/operations/suggestions', 303)
})

async function hostsQueue(c: Context<Env>, group: Group, unsent?: Unsent): Promise<Response> {
  const here = `/groups/${group.slug}`
  const waiting = await queued(c, await listWaiting(c.var.db, { groupId: group.id }))
  const page = { waiting, unsent, back: { href: here, name: group.name }, path: `${here}/suggestions` }
  return c.var.page(<QueuePage {...page} zone={zoneOf(c)} />, unsent?.status)
}

async function operatorsQueue(c: Context<Env>, unsent?: Unsent): Promise<Response> {
  const waiting = await queued(c, await listWaiting(c.var.db, 'imported'))
  const back = { href: '/operations', name: t(c.var.locale)('queue.operations'), ours: true }
  const page = { waiting, unsent, back, path: '/operations/suggestions' }
  return c.var.page(<QueuePage {...page} zone={zoneOf(c)} />, unsent?.status)
}

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

/** @returns why it was not taken, with the answer as it was typed; undefined: it was */
async function readDecision(
  c: Context<Env>,
  { meeting, proposal }: { meeting: Meeting; proposal: Proposal },
  apply: typeof applyToHosted,
): Promise<Unsent | undefined> {
  const { db, now, locale, member } = c.var
  const say = t(locale)
  const form = readForm(decisionForm, await readBody(c))
  const unsent = (sentence: string, status: Unsent['status']) => {
    return { id: proposal.id, answer: typedText(form, 'answer'), sentence, status }
  }
  if (!form.ok) return unsent(say(form.mistakes.answer ? 'mistake.textLong' : 'mistake.decision'), 422)
  const refusal = form.value.decision === 'accept' ? whyNoProposal(meeting) : undefined
  if (refusal) return unsent(say(refusal), 409)
  const by = { ...form.value, memberId: member?.id ?? '', now }
  return transaction(db, async (tx) => {
    const standing = await lockProposal(tx, proposal.id)
    if (standing?.status !== 'waiting') return unsent(say('refusal.decided'), 409)
    if (markOf(standing) !== form.value.seen) return unsent(say('refusal.changed'), 409)
    await decide(tx, { meeting, proposal: standing, apply: () => apply(tx, meeting, standing, by) }, by)
    return undefined
  })
}
