import { describe, expect } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { type Site, test } from '../testing/site.ts'
import {
  addGroup,
  closeGroup,
  countGroupMembers,
  findGroupById,
  type GroupDraft,
  isMemberOf,
  joinGroup,
  leaveGroup,
  listGroups,
  putImportedGroups,
  roleIn,
  touchGroup,
} from './index.ts'

const draft: GroupDraft = {
  name: 'Night Watch',
  kind: 'discussion',
  summary: 'For those who are awake.',
  agreements: '- Kind.',
  purposes: ['stop', 'unsure'],
  spirituality: 'secular',
  languages: ['en'],
  circles: [],
  practices: [],
  online: true,
  inPerson: false,
  zone: 'Europe/Berlin',
  placeName: null,
}

let hosts = 0

async function added(site: Site, change: Partial<GroupDraft> = {}, handle = `host-${++hosts}`) {
  const host = await site.member(handle)
  const group = await transaction(site.db, (tx) =>
    addGroup(tx, { ...draft, ...change }, { memberId: host.id, now: site.now() }),
  )
  return { host, group }
}

describe('groups made here', () => {
  test('whoever starts a group is its host', async ({ site }) => {
    const { host, group } = await added(site)
    expect(await roleIn(site.db, group.id, host.id)).toBe('host')
    expect(group).toMatchObject({ slug: 'night-watch', purposes: ['stop', 'unsure'], languages: ['en'] })
    expect(await findGroupById(site.db, group.id)).toEqual(group)
  })

  test('a second group of the same name gets an address of its own', async ({ site }) => {
    await added(site)
    expect((await added(site)).group.slug).toBe('night-watch-2')
    expect((await added(site)).group.slug).toBe('night-watch-3')
  })

  test('joining twice is joining once, and leaving twice is no fault', async ({ site }) => {
    const { host, group } = await added(site)
    const wren = await site.member('wren')
    for (let times = 0; times < 2; times += 1)
      await transaction(site.db, (tx) => joinGroup(tx, group.id, wren.id, site.now()))
    await transaction(site.db, (tx) => joinGroup(tx, group.id, host.id, site.now()))
    expect(await countGroupMembers(site.db, group.id)).toEqual({ members: 2, hosts: 1 })
    for (let times = 0; times < 2; times += 1)
      await transaction(site.db, (tx) => leaveGroup(tx, group.id, wren.id))
    expect(await isMemberOf(site.db, group.id, wren.id)).toBe(false)
  })
})

describe('groups from a feed', () => {
  test('are known again, keep their address, and do not lose it to a new name', async ({ site }) => {
    const put = async (name: string, more = {}) => {
      const group = { sourceKey: 'feed 1: A', name, kind: 'twelve_step' as const, inPerson: true, ...more }
      return (await transaction(site.db, (tx) => putImportedGroups(tx, [group]))).get('feed 1: A') ?? ''
    }
    const id = await put('Early Risers')
    expect(await put('Early Risers of Broad Street', { languages: ['es'] })).toBe(id)
    expect(await findGroupById(site.db, id)).toMatchObject({
      slug: 'early-risers',
      name: 'Early Risers of Broad Street',
      languages: ['es'],
      spirituality: 'spiritual',
    })
  })

  test('a thousand of one name arrive in one transaction, and the second time nothing is written', async ({
    site,
  }) => {
    await added(site, { name: 'Serenity' })
    const listed = Array.from({ length: 1000 }, (_, number) => ({
      sourceKey: `feed:${number}`,
      name: number % 100 === 99 ? 'Serenity 7' : 'Serenity',
      kind: 'twelve_step' as const,
    }))
    const put = () => transaction(site.db, (tx) => putImportedGroups(tx, listed))
    const ids = await put()
    expect(new Set(ids.values()).size).toBe(1000)
    expect((await findGroupById(site.db, ids.get('feed:0') ?? ''))?.slug).toBe('serenity-2')
    const rows = () => site.db`select id, slug, xmin, ctid from groups order by id`
    const before = await rows()
    expect(before).toHaveLength(1001)
    expect(await put()).toEqual(ids)
    expect(await rows()).toEqual(before)
  })

  test('one that was closed and is named again is open again', async ({ site }) => {
    const put = () =>
      transaction(site.db, (tx) =>
        putImportedGroups(tx, [{ sourceKey: 'feed:1', name: 'Serenity', kind: 'twelve_step' }]),
      )
    const id = (await put()).get('feed:1') ?? ''
    await transaction(site.db, (tx) => closeGroup(tx, id, site.now()))
    expect((await findGroupById(site.db, id))?.status).toBe('closed')
    await put()
    expect(await findGroupById(site.db, id)).toMatchObject({ status: 'active', slug: 'serenity' })
  })
})

describe('the list', () => {
  test('shows groups made here before imported ones, and the lively before the rest', async ({ site }) => {
    await transaction(site.db, async (tx) => {
      const ids = await putImportedGroups(tx, [
        { sourceKey: 'a', name: 'Quiet feed', kind: 'family' },
        { sourceKey: 'b', name: 'Lively feed', kind: 'family' },
      ])
      const [early = '', late = ''] = ids.values()
      await touchGroup(tx, early, site.now().subtract({ hours: 50 }))
      await touchGroup(tx, late, site.now())
      await touchGroup(tx, late, site.now().subtract({ hours: 900 }))
    })
    await added(site)
    const names = (await listGroups(site.db)).map((group) => group.name)
    expect(names).toEqual(['Night Watch', 'Lively feed', 'Quiet feed'])
  })

  test('finds by kind, words, circle, language and way; signs in a search mean themselves', async ({
    site,
  }) => {
    await added(site, { name: '100% Women_', circles: ['women'], languages: ['es'] })
    await added(site, { name: 'Other', kind: 'skills', online: false, inPerson: true })
    const found = async (filters: Parameters<typeof listGroups>[1]) =>
      (await listGroups(site.db, filters)).map((group) => group.name)
    expect(await found({ kind: 'skills' })).toEqual(['Other'])
    expect(await found({ words: '100% women_' })).toEqual(['100% Women_'])
    expect(await found({ words: '_ther' })).toEqual([])
    expect(await found({ circle: 'women', language: 'es', way: 'online' })).toEqual(['100% Women_'])
    expect(await found({ way: 'in_person' })).toEqual(['Other'])
  })
})
