import { describe, expect } from 'vitest'
import { postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

const filled = {
  kind: 'discussion',
  name: 'Night Watch',
  summary: 'For those who are awake.',
  agreements: '- **Kind** words.',
  way: 'online',
  spirituality: 'secular',
  language: 'en',
  zone: 'Europe/Berlin',
}

async function hold(site: Site, as: TestMember, kind: string): Promise<void> {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = (await postTopic(site, as)).split('/').at(-1)
  await site.post(`/moderation/report?topic=${topic}`, { category: 'sourcing' }, { as: keeper })
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const words = { kind, category: 'sourcing', reason: 'Leave the shop out.' }
  expect((await site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })).status).toBe(303)
}

describe.for(['read_only', 'suspend'])('who may not write for now (%s)', (kind) => {
  test('speaks to nobody as a host either, and can still read, say why and leave', async ({ site }) => {
    const wren = await site.member('wren')
    await site.member('finch')
    expect((await site.post('/groups/new', filled, { as: wren })).status).toBe(303)
    await hold(site, wren, kind)
    const again = { ...filled, name: 'Day Watch' }
    for (const [path, fields] of [
      ['/groups/new', again],
      ['/groups/night-watch/edit', { ...filled, summary: 'Buy it here.' }],
      ['/groups/night-watch/invitations', { handle: 'finch' }],
      ['/groups/night-watch/meetings/new', { name: 'Buy it here' }],
    ] as const) {
      const answer = await site.post(path, fields, { as: wren })
      expect(answer.status, path).toBe(403)
      expect(await answer.text()).toContain('You cannot write here for now')
    }
    expect(await read(site, '/groups/night-watch')).not.toContain('Buy it here')
    const [measure] = await site.db<{ id: string }[]>`select id from measures`
    const appeal = `/moderation/decisions/${measure?.id}/appeal`
    expect((await site.post(appeal, { words: 'It was no shop.' }, { as: wren })).status).toBe(303)
    expect((await site.get('/account/export', { as: wren })).status).toBe(200)
    site.setNow(kind === 'suspend' ? '2026-11-25T12:00:01Z' : '2026-11-23T12:00:01Z')
    expect((await site.post('/groups/new', again, { as: wren })).status).toBe(303)
  })
})

test('who is new asks nobody directly, but those who came to their group by themselves', async ({ site }) => {
  const wren = await site.member('wren', { isNew: true })
  const finch = await site.member('finch')
  await site.post('/groups/new', filled, { as: wren })
  const ask = () => site.post('/groups/night-watch/invitations', { handle: 'finch' }, { as: wren })
  const answer = await ask()
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('New members cannot ask somebody directly yet')
  expect(page).toContain('value="finch"')
  expect(await read(site, '/account/notices', finch)).not.toContain('Night Watch')
  await site.post('/groups/night-watch/join', { agree: 'yes' }, { as: finch })
  expect((await ask()).status).toBe(303)
  expect(await read(site, '/account/notices', finch)).toContain('You are asked to help host')
})
