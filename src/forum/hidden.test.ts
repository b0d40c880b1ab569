import { expect } from 'vitest'
import { listRoutes } from '../../tools/app/routes.ts'
import { newOnce, postReply, postTopic } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

interface Hidden {
  topic: string
  reply: string
}

/** A topic and an answer where only the members of a group may read. */
async function hiddenWords(site: Site): Promise<Hidden> {
  const wren = await site.member('wren')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  const topic = await postTopic(site, wren, { title: 'Among us', space: 'group:night-watch' })
  const reply = await postReply(site, wren, topic, 'Between us')
  return { topic: topic.slice('/forum/'.length), reply: reply.split('#reply-')[1] ?? '' }
}

/** Every address of the forum that names a topic, with each method it answers to. */
function addressesOf(site: Site, { topic, reply }: Hidden): { method: string; path: string }[] {
  return listRoutes(site.app)
    .filter(({ path }) => path.startsWith('/forum/:topicId'))
    .map(({ method, path }) => ({ method, path: path.replace(':topicId', topic).replace(':replyId', reply) }))
    .filter(({ path }) => !path.includes(':'))
}

function send(site: Site, { method, path }: { method: string; path: string }, as?: TestMember) {
  const sending = as ? { as } : {}
  if (method === 'GET') return site.get(path, sending)
  const fields = { title: 'Let me in', body: 'Let me in', post: '0', once: newOnce(), replies: ['1'] }
  return site.post(path, fields, sending)
}

test('whatever is asked about a hidden conversation, it is not there', async ({ site }) => {
  const hidden = await hiddenWords(site)
  const okapi = await site.member('okapi')
  const addresses = addressesOf(site, hidden)
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    const said = `${address.method} ${address.path}`
    // A guest is asked to sign in before anything is looked up: that says nothing about the conversation.
    expect([401, 404], `${said} as a guest`).toContain((await send(site, address)).status)
    expect((await send(site, address, okapi)).status, `${said} as another member`).toBe(404)
  }
  const [words] = await site.db`select title, removed_at, closed_at, reply_count from topics`
  expect(words).toEqual({ title: 'Among us', removedAt: null, closedAt: null, replyCount: 1 })
})

test('what is hidden answers exactly like what was never there', async ({ site }) => {
  const hidden = await hiddenWords(site)
  const okapi = await site.member('okapi')
  const never = { topic: '999999999', reply: '999999999' }
  const answers = async (words: Hidden) => {
    const said = []
    for (const address of addressesOf(site, words)) {
      const answer = await send(site, address, okapi)
      said.push(`${answer.status} ${(await answer.text()).length}`)
    }
    return said
  }
  expect(await answers(hidden)).toEqual(await answers(never))
})
