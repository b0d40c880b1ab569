import { expect, test } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { listener } from '../testing/listener.ts'
import { postReply, postTopic } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import type { Site, TestMember } from '../testing/site.ts'
import { removeEnded } from './sessions.store.ts'

async function listen(site: Site, topic: string, as?: TestMember) {
  const stream = listener(await site.get(`${topic}/live`, as ? { as } : {}))
  expect(await stream.next()).toBe('retry: 2000')
  return stream
}

const ways: Record<string, (site: Site, wren: TestMember, topic: string) => Promise<unknown>> = {
  'they sign out': (site, wren) => site.post('/sign-out', {}, { as: wren }),
  'the session is ended from elsewhere': async (site, wren) => {
    const [row] = await site.db<{ id: string }[]>`select id from sessions where member_id = ${wren.id}`
    return site.post(`/account/sessions/${row?.id}/end`, {}, { as: wren })
  },
  'the session has rested too long': async (site) => {
    await site.db`update sessions set shared = true`
    site.setNow('2026-11-22T12:31:00Z')
    await transaction(site.db, (tx) => removeEnded(tx, site.now()))
  },
  'a moderator suspends them': (site, wren, topic) => decide(site, wren, topic, 'suspend'),
  'two moderators ban them': async (site, wren, topic) => {
    const second = await site.member('warden', { role: 'moderator' })
    await decide(site, wren, topic, 'ban')
    const [row] = await site.db<{ id: string }[]>`select id from measures order by id desc limit 1`
    return site.post(`/moderation/decisions/${row?.id}/second`, { agree: 'yes' }, { as: second })
  },
}

async function decide(site: Site, wren: TestMember, topic: string, kind: string) {
  const own = await postReply(site, wren, topic, 'You are all fools.')
  const finch = await site.member('robin')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const at = `topic=${topic.split('/').at(-1)}&reply=${/reply-(\d+)/.exec(own)?.[1]}`
  await site.post(`/moderation/report?${at}`, { category: 'shaming', words: '' }, { as: finch })
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
  const words = { kind, category: 'shaming', reason: 'Come back calmer.', days: '3' }
  return site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })
}

test.each(Object.keys(ways))('what a member listens to ends when %s, and nobody else’s', async (name) => {
  await onRealSite(async (site) => {
    const finch = await site.member('finch')
    const wren = await site.member('wren')
    const topic = await postTopic(site, finch)
    const [theirs, other, guest] = await Promise.all([
      listen(site, topic, wren),
      listen(site, topic, finch),
      listen(site, topic),
    ])
    await ways[name]?.(site, wren, topic)
    await expect(theirs.nextWith('Said after it')).rejects.toThrow('The stream ended.')
    if (name !== 'the session has rested too long') {
      await postReply(site, finch, topic, 'Said after it')
      for (const stream of [other, guest]) await stream.nextWith('Said after it')
    }
    for (const stream of [other, guest]) await stream.leave()
  })
})

test('a browser that was signed out comes back as a guest, and to nothing that guests may not read', async () => {
  await onRealSite(async (site) => {
    const [finch, wren] = [await site.member('finch'), await site.member('wren')]
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    for (const { id } of [finch, wren])
      await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${id})`
    await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
    const open = await postTopic(site, finch)
    const closed = await postTopic(site, finch, { space: 'group:night-watch' })
    const paths = [open, closed].map((topic) => `${topic}/live`).concat('/forum/following/live')
    const answers = async () => {
      const streams = await Promise.all(paths.map((path) => site.get(path, { as: wren })))
      for (const stream of streams) await stream.body?.cancel()
      return streams.map(({ status }) => status)
    }
    expect(await answers()).toEqual([200, 200, 200])
    await site.post('/sign-out', {}, { as: wren })
    // Anything but 200 ends it for good: https://html.spec.whatwg.org/multipage/server-sent-events.html#processing-model
    await expect.poll(answers).toEqual([200, 404, 401])
  })
})
