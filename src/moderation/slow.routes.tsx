import type { Context } from 'hono'
import { changePace, findSpaceNamed, getTopicToRead, placeOf } from '../forum/index.ts'
import { roleIn } from '../groups/index.ts'
import { transaction } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, type Member, requireMember, slice, zoneOf } from '../platform/web.ts'
import { slowForm } from './forms.ts'
import { addToLog } from './log/index.ts'
import { endSlow, findSlow, type SlowPlace, setSlow } from './measures/index.ts'
import { SlowPage } from './views/slow.tsx'

/** Slowing a conversation or a space down: moderators everywhere, hosts in the space of their group. */
export const slowing = slice()

slowing.get('/slow', async (c) => slowPage(c, await getNamed(c), emptyForm({ minutes: '30', hours: '3' })))

slowing.post('/slow', async (c) => {
  const { db, now } = c.var
  const named = await getNamed(c)
  const form = readForm(slowForm, await readBody(c))
  if (!form.ok) return slowPage(c, named, form, 422)
  const { minutes, hours } = form.value
  await transaction(db, async (tx) => {
    const place = named.topicId
      ? { topicId: named.topicId }
      : { spaceId: await placeOf(tx, { id: named.spaceId, groupId: named.groupId }) }
    const slow = { minutes, until: now.add({ hours }), setBy: named.member.id, measureId: null }
    await setSlow(tx, place, slow, now)
    await addToLog(tx, { what: 'slow', category: 'pace', keeperId: named.member.id }, now)
    changePace(tx, named.topicId)
  })
  return c.redirect(named.back, 303)
})

slowing.post('/slow/end', async (c) => {
  const named = await getNamed(c)
  const place = placeNamed(named)
  await transaction(c.var.db, async (tx) => {
    if (!place || !(await endSlow(tx, place, c.var.now))) return
    await addToLog(tx, { what: 'slow-ended', category: 'pace', keeperId: named.member.id }, c.var.now)
    changePace(tx, named.topicId)
  })
  return c.redirect(named.back, 303)
})

interface Named {
  member: Member
  topicId: string | null
  /** Null: a group's space in which nobody has written yet. */
  spaceId: string | null
  groupId: string | null
  name: string
  /** What the address says of it. */
  query: string
  back: string
}

function placeNamed({ topicId, spaceId }: Named): SlowPlace | undefined {
  if (topicId) return { topicId }
  return spaceId ? { spaceId } : undefined
}

/** The place in the address. For whoever may not slow it down, there is no such page. */
async function getNamed(c: Context<Env>): Promise<Named> {
  const member = requireMember(c)
  const { topic: topicId = '', space: word = '' } = c.req.query()
  const found = /^[1-9]\d{0,17}$/.test(topicId)
    ? await namedTopic(c, topicId)
    : await namedSpace(c, word, member)
  const { groupId } = found
  const isHost = groupId !== null && (await roleIn(c.var.db, groupId, member.id)) === 'host'
  if (member.role === 'member' && !isHost) throw notFound()
  return { ...found, member }
}

async function namedTopic(c: Context<Env>, topicId: string): Promise<Omit<Named, 'member'>> {
  const { topic } = await getTopicToRead(c, topicId)
  const { spaceId, groupId, title } = topic
  return { topicId, spaceId, groupId, name: title, query: `topic=${topicId}`, back: `/forum/${topicId}` }
}

async function namedSpace(c: Context<Env>, word: string, member: Member): Promise<Omit<Named, 'member'>> {
  const space = word === '' ? undefined : await findSpaceNamed(c.var.db, word, member)
  if (!space) throw notFound()
  const { id, groupId, groupSlug, slug, name } = space
  const back = groupSlug ? `/forum/groups/${groupSlug}` : `/forum/spaces/${slug}`
  return { topicId: null, spaceId: id, groupId, name, query: `space=${encodeURIComponent(word)}`, back }
}

async function slowPage(
  c: Context<Env>,
  named: Named,
  form: MistakenForm,
  status: 200 | 422 = 200,
): Promise<Response> {
  const place = placeNamed(named)
  const slow = place && (await findSlow(c.var.db, place, c.var.now))
  return c.var.page(<SlowPage {...named} slow={slow} form={form} zone={zoneOf(c)} />, status)
}
