import { refused } from '../../platform/errors.ts'
import { readForm, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { getId, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { draftForm } from '../forms.ts'
import { t } from '../messages.ts'
import { getTopicToRead } from '../reading.ts'
import { keepDraft, listDrafts, removeDraft } from './drafts.store.ts'
import { DraftsPage } from './views.tsx'

/** Words kept for later: on the server, for their author alone. */
export const drafts = slice()

drafts.get('/drafts', async (c) => {
  const member = requireMember(c)
  const kept = await listDrafts(c.var.db, member.id)
  return c.var.page(<DraftsPage drafts={kept} zone={zoneOf(c)} isNew={c.req.query('kept') !== undefined} />)
})

drafts.post('/drafts', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const form = readForm(draftForm, await readBody(c))
  const named = typedText(form, 'topic')
  const topicId = /^[1-9]\d{0,17}$/.test(named) ? named : null
  if (!form.ok) throw refused(t(c.var.locale)('refusal.draft'))
  if (topicId) await getTopicToRead(c, topicId)
  const { needs = false, ...words } = form.value
  await keepDraft(db, member.id, { ...words, needs, topicId }, now)
  return c.redirect('/forum/drafts?kept', 303)
})

drafts.post('/drafts/:draftId/remove', async (c) => {
  const member = requireMember(c)
  await removeDraft(c.var.db, member.id, getId(c, 'draftId'))
  return c.redirect('/forum/drafts', 303)
})
