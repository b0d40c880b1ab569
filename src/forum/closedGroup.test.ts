import { expect } from 'vitest'
import { closeGroup } from '../groups/index.ts'
import { transaction } from '../platform/database/index.ts'
import { newOnce, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'
import { addTopic } from './writing.store.ts'

test('in the space of a closed group everything can be read, and nothing is written by any way', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi', { isNew: true })
  await site.db`update members set proved_work = false where id = ${okapi.id}`
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  const groupId = group?.id ?? ''
  for (const { id } of [wren, okapi])
    await site.db`insert into group_members (group_id, member_id) values (${groupId}, ${id})`
  const topic = await postTopic(site, wren, { space: 'group:night-watch' })
  expect(await read(site, '/forum/waiting', okapi)).toContain('My legs will not stop.')

  await transaction(site.db, (tx) => closeGroup(tx, groupId, site.now()))
  expect(await read(site, topic, wren)).toContain('My legs will not stop.')
  expect(await read(site, topic, wren)).not.toContain('name="body"')
  expect(await read(site, '/forum/waiting', okapi)).not.toContain(`${topic}"`)
  expect(await read(site, '/forum/new', wren)).not.toContain('group:night-watch')

  const words = { title: 'A new one', body: 'Said too late.', once: newOnce(), space: 'group:night-watch' }
  for (const as of [wren, okapi]) {
    const reply = await site.post(`${topic}/replies`, { body: 'Said too late.', once: newOnce() }, { as })
    expect(reply.status).toBe(403)
    expect(await reply.text()).toContain('Said too late.')
    const begun = await site.post('/forum/new', words, { as })
    expect(begun.status).toBe(422)
    expect(await begun.text()).toContain('Said too late.')
  }
  expect(await site.db`select 1 from topics where group_id = ${groupId}`).toHaveLength(1)
  expect(await site.db`select 1 from replies`).toHaveLength(0)
})

test('closed in the moment in which somebody sends, it takes nothing either', async ({ site }) => {
  const wren = await site.member('wren')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  const groupId = group?.id ?? ''
  // The page was asked for before, and the form passed every look: what counts is what is locked.
  await transaction(site.db, (tx) => closeGroup(tx, groupId, site.now()))
  const written = { title: 'Late', kind: 'story' as const, markdown: 'Late.', html: '<p>Late.</p>' }
  const author = { id: wren.id, today: Temporal.PlainDate.from('2026-11-22') }
  const sent = addTopic(
    site.db,
    author,
    { ...written, space: { id: null, groupId }, once: newOnce() },
    site.now(),
  )
  expect(await sent).toBeUndefined()
  const [wrens] = await site.db<{ id: string }[]>`select id from topics`
  expect(wrens).toBeUndefined()
})
