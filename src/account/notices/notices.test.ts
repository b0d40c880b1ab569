import { describe, expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { addAllNotices, addNotices, eraseNotices } from './store.ts'

const tell = (site: Site, members: TestMember[], about?: string) =>
  transaction(site.db, (tx) =>
    addNotices(
      tx,
      members.map(({ id }) => id),
      { kind: 'test', link: '/forum/1', words: { title: 'Sleep' }, ...(about ? { about } : {}) },
      site.now(),
    ),
  )

const count = async (site: Site, member: TestMember) =>
  (await site.db`select 1 from notices where member_id = ${member.id}`).length

describe('what a member is told', () => {
  test('somebody named twice is told once, and a guest is told nothing', async ({ site }) => {
    const wren = await site.member('wren')
    await tell(site, [wren, wren])
    expect(await count(site, wren)).toBe(1)
    expect((await site.get('/account/notices')).status).toBe(401)
  })

  test('several about one thing are one until it is read', async ({ site }) => {
    const wren = await site.member('wren')
    await tell(site, [wren], 'topic 1')
    await tell(site, [wren], 'topic 1')
    await tell(site, [wren], 'topic 2')
    expect(await count(site, wren)).toBe(2)
    await site.get('/account/notices', { as: wren })
    await tell(site, [wren], 'topic 1')
    expect(await count(site, wren)).toBe(3)
  })

  test('several things are told at once, and of two about one thing the last', async ({ site }) => {
    const [wren, okapi] = [await site.member('wren'), await site.member('okapi')]
    const notice = (link: string, about?: string) => ({ kind: 'test', link, ...(about ? { about } : {}) })
    await transaction(site.db, (tx) =>
      addAllNotices(
        tx,
        [
          { memberIds: [wren.id, okapi.id], notice: notice('/1', 'topic 1') },
          { memberIds: [wren.id], notice: notice('/2', 'topic 1') },
          { memberIds: [wren.id], notice: notice('/3') },
          { memberIds: [wren.id], notice: notice('/4') },
        ],
        site.now(),
      ),
    )
    const linksOf = async ({ id }: TestMember) =>
      (await site.db<{ link: string }[]>`select link from notices where member_id = ${id} order by link`).map(
        ({ link }) => link,
      )
    expect(await linksOf(wren)).toEqual(['/2', '/3', '/4'])
    expect(await linksOf(okapi)).toEqual(['/1'])
  })

  test('the head of every page says that something waits, until it was seen', async ({ site }) => {
    const wren = await site.member('wren')
    const says = async () => (await (await site.get('/help', { as: wren })).text()).includes('head-news')
    expect(await says()).toBe(false)
    await tell(site, [wren])
    // In a transaction that is rolled back no announcement goes out: what the node remembers is a minute old then.
    site.setNow('2026-11-22T12:02:00Z')
    expect(await says()).toBe(true)
    await site.get('/account/notices', { as: wren })
    expect(await says()).toBe(false)
  })

  test('the export has it, and the deletion takes it', async ({ site }) => {
    const wren = await site.member('wren')
    await tell(site, [wren])
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.notices).toMatchObject([{ kind: 'test', link: '/forum/1' }])
  })
})

test('nobody is named any more who has left, whatever the notice calls them', async ({ site }) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  await transaction(site.db, async (tx) => {
    for (const words of [{ name: 'okapi' }, { handle: 'okapi' }, { handle: 'finch' }])
      await addNotices(tx, [wren.id], { kind: 'test', link: '/', words }, site.now())
    await eraseNotices(tx, okapi.id)
  })
  expect(await site.db`select words from notices`).toEqual([{ words: { handle: 'finch' } }])
})

test('reaches thousands at once', async ({ site }) => {
  const rows = await site.db<{ id: string }[]>`
    insert into members (handle, handle_key, passphrase_hash, recovery_hash, created_at)
    select 'many-' || n, 'many-' || n, '', '', ${site.now()} from generate_series(1, 2000) n returning id`
  const ids = rows.map(({ id }) => id)
  await transaction(site.db, (tx) => addNotices(tx, ids, { kind: 'thanks', link: '/forum/1' }, site.now()))
  const [told] = await site.db<{ count: number }[]>`select count(*)::int as count from notices`
  expect(told?.count).toBe(2000)
})
