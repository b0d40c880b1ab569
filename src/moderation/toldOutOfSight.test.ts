import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

const said = 'A moderator took this out of sight. You can still see it yourself.'
const waits = 'A moderator looks at this before others can read it.'

/** Reported by a third member and decided. @returns the page with the decision */
async function decide(site: Site, post: string, keeper: TestMember, decision: Record<string, string>) {
  const finch = await site.member('finch')
  const [, topic, reply] = /^\/forum\/(\d+)(?:.*reply-(\d+))?/.exec(post) ?? []
  const path = `/moderation/report?topic=${topic}${reply ? `&reply=${reply}` : ''}`
  await site.post(path, { category: 'sourcing' }, { as: finch })
  return decideLast(site, keeper, decision)
}

async function decideLast(site: Site, keeper: TestMember, decision: Record<string, string>) {
  const decideHere = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  const words = { category: 'sourcing', reason: 'No shops here.', days: '3', ...decision }
  expect((await site.post(decideHere, words, { as: keeper })).status).toBe(303)
  return `/moderation/decisions/${await lastId(site, 'measures')}`
}

async function people(site: Site) {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  return { wren, topic, keeper: await site.member('keeper', { role: 'moderator' }) }
}

describe('who wrote what a moderator took out of sight', () => {
  test('reads that on the page of their topic, with the way to the reason', async ({ site }) => {
    const { wren, topic, keeper } = await people(site)
    const decision = await decide(site, topic, keeper, { kind: 'hold' })
    for (const page of [await read(site, topic, wren), await read(site, `${topic}/first`, wren)]) {
      expect(page).toContain(said)
      expect(page).toContain(`href="${decision}"`)
      expect(page).not.toContain(waits)
    }
    expect(await read(site, decision, wren)).toContain('No shops here.')
  })

  test('is not asked to write where nobody reads, and their words are kept when they do', async ({
    site,
  }) => {
    const { wren, topic, keeper } = await people(site)
    await decide(site, topic, keeper, { kind: 'hold' })
    const page = await read(site, topic, wren)
    expect(page).not.toContain(`action="${topic}/replies"`)
    for (const way of ['Write something new', 'Somebody to talk to now']) expect(page).toContain(way)
    const sent = { body: 'Is anybody there?', once: newOnce(), needs: 'yes' }
    const answer = await site.post(`${topic}/replies`, sent, { as: wren })
    expect(answer.status).toBe(403)
    const refused = await answer.text()
    for (const kept of ['Is anybody there?', 'nobody would read you here']) expect(refused).toContain(kept)
    expect(await site.db`select from replies`).toHaveLength(0)
  })

  test('finds an answer of theirs as taken, not as waiting, and others read that it was taken', async ({
    site,
  }) => {
    const { wren, topic, keeper } = await people(site)
    const robin = await site.member('robin')
    const reply = await postReply(site, robin, topic, 'Cheap leaves at my shop.')
    const decision = await decide(site, reply, keeper, { kind: 'hold' })
    const own = await read(site, topic, robin)
    expect(own).toContain('A moderator took an answer here out of sight.')
    expect(own).not.toContain('waits for a moderator')
    const id = /reply-(\d+)/.exec(reply)?.[1] ?? ''
    expect(own).toContain(`href="${topic}/replies/${id}"`)
    const alone = await read(site, `${topic}/replies/${id}`, robin)
    for (const there of [said, `href="${decision}"`, 'Cheap leaves']) expect(alone).toContain(there)
    const others = await read(site, topic, wren)
    expect(others).toContain('A moderator took this answer out of sight.')
    expect(others).not.toContain('Cheap leaves')
  })

  test('has the reason once a second moderator has agreed to a ban, and reads until then what was done', async ({
    site,
  }) => {
    const { wren, topic, keeper } = await people(site)
    const warden = await site.member('warden', { role: 'moderator' })
    const decision = await decide(site, topic, keeper, { kind: 'ban', hides: 'yes' })
    const before = await read(site, topic, wren)
    expect(before).toContain(said)
    expect(before).not.toContain(decision)
    await site.post(`${decision}/second`, { agree: 'yes' }, { as: warden })
    expect(await read(site, topic, wren)).toContain(`href="${decision}"`)
  })
})

test('what waits to be let in is not called taken away, until that is decided', async ({ site }) => {
  const { wren, topic, keeper } = await people(site)
  await site.db`update topics set held_at = created_at`
  expect(await read(site, topic, wren)).toContain(waits)
  const reply = await postReply(site, wren, topic, 'Still awake.')
  const id = /reply-(\d+)/.exec(reply)?.[1] ?? ''
  await site.db`update replies set held_at = created_at, number = null where id = ${id}`
  expect(await read(site, topic, wren)).toContain('An answer here waits for a moderator.')
  expect(await read(site, `${topic}/replies/${id}`, wren)).toContain(waits)
  await site.db`delete from replies`
  await read(site, '/moderation', keeper)
  await decideLast(site, keeper, { kind: 'hold' })
  const after = await read(site, topic, wren)
  expect(after).toContain(said)
  expect(after).not.toContain(waits)
})
