import { expect } from 'vitest'
import { newOnce, postReply, postTopic } from './testing/posting.ts'
import { type Site, type TestMember, test } from './testing/site.ts'
import { join, passphrase } from './testing/visitor.ts'

const handle = 'zanzibarra'

/** Every row of every table that has the word in it, as `table: row`. */
async function rowsWith(site: Site, word: string): Promise<string[]> {
  const tables = await site.db<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await site.db.unsafe<{ row: string }[]>(
      `select t::text as row from ${name} t where t::text ilike '%' || $1 || '%'`,
      [word],
    )
    found.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  return found
}

/** All that somebody does here who is here for long. */
async function lead(site: Site, one: TestMember, friend: TestMember): Promise<void> {
  const { db } = site
  const post = async (path: string, fields: Record<string, string>, as: TestMember) => {
    const answer = await site.post(path, fields, { as })
    expect(answer.status, path).toBeLessThan(400)
    return answer.headers.get('location') ?? ''
  }
  const theirs = await postTopic(site, friend, { title: 'Night three' })
  await postReply(site, one, theirs, 'So did I.')
  const own = (await postTopic(site, one, { title: 'Night four', needs: 'yes' })).replace(/\?.*/, '')
  await postReply(site, friend, own, `> **${handle}:**\n> So did I.\n\nGood to hear, you are not alone.`)
  await post(`${theirs}/thanks`, { post: '0' }, one)
  await post(`${own}/thanks`, { post: '0' }, friend)
  await post(`/moderation/report?topic=${theirs.split('/').at(-1)}`, { category: 'worried' }, one)
  await post(`/moderation/report?topic=${own.split('/').at(-1)}`, { category: 'worried' }, friend)
  await db`
    insert into return_follows (member_id, followed_id, followed_at) values (${friend.id}, ${one.id}, ${site.now()})`
  await db`update members set last_dose_on = '2026-11-18', shows_day = true where id = ${one.id}`
  await site.post('/forum/drafts', { body: 'Not sent.', once: newOnce() }, { as: one })
}

test('of somebody who deletes their account, no table holds the name', async ({ site }) => {
  const one = await join(site, handle)
  const friend = await site.member('finch')
  await lead(site, one, friend)
  const tables = (await rowsWith(site, handle)).map((row) => row.split(':')[0])
  expect(tables).toEqual(expect.arrayContaining(['public.members', 'public.notices', 'public.replies']))
  expect((await site.post('/account/delete', { passphrase }, { as: one })).status).toBe(303)
  expect(await rowsWith(site, handle)).toEqual([])
})
