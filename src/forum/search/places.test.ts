import { expect } from 'vitest'
import { postTopic, read } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

test('a search may be narrowed to the spaces that its reader sees, and to no others', async ({ site }) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind, summary) values ('owls', 'Night owls', 'discussion', '') returning id`
  const groupId = group?.id ?? ''
  await site.db`insert into group_members (group_id, member_id, role, joined_at)
    values (${groupId}, ${wren.id}, 'member', ${site.now()})`
  await site.db`insert into spaces (group_id, readers) values (${groupId}, 'members')`
  await site.db`update spaces set readers = 'members' where slug = 'sleep'`
  const [space] = await site.db<
    { id: string; name: string }[]
  >`select id, name from spaces where slug = 'sleep'`
  const topic = await postTopic(site, wren, { group: 'owls', space: '' })
  const [owls] = await site.db<{ id: string }[]>`select id from spaces where group_id = ${groupId}`
  await site.db`update topics set space_id = ${owls?.id ?? ''} where id = ${topic.split('/').at(-1) ?? ''}`

  const option = `value="${space?.id}"`
  const guests = await read(site, '/forum/search?q=legs')
  expect(guests).not.toContain('Night owls')
  expect(guests).not.toContain(option)
  expect(await read(site, '/forum/search?q=legs', wren)).toContain('Night owls')
  const others = await read(site, '/forum/search?q=legs', okapi)
  expect(others).not.toContain('Night owls')
  expect(others).toContain(option)
  expect((await site.get(`/forum/search?q=legs&space=${owls?.id}`, { as: okapi })).status).toBe(404)
  expect((await site.get(`/forum/search?q=legs&space=${owls?.id}`, { as: wren })).status).toBe(200)
  expect((await site.get(`/forum/search?q=legs&space=${space?.id}`)).status).toBe(404)

  await site.db`insert into group_members (group_id, member_id, role, joined_at)
    values (${groupId}, ${okapi.id}, 'member', ${site.now()})`
  expect(await read(site, '/forum/search?q=legs', okapi)).toContain('Night owls')
})
