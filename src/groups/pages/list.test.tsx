import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { addMeeting } from '../../meetings/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { type Site, test } from '../../testing/site.ts'
import { addGroup, type GroupDraft, groupKinds, joinGroup, putImportedGroups, roleIn } from '../index.ts'
import { personalData } from './index.ts'

const draft: GroupDraft = {
  name: 'Night Watch',
  kind: 'discussion',
  summary: '',
  agreements: '- Kind.',
  purposes: [],
  spirituality: 'secular',
  languages: ['en'],
  circles: [],
  practices: [],
  online: true,
  inPerson: false,
  zone: null,
  placeName: null,
}

async function added(site: Site, memberId: string, change: Partial<GroupDraft> = {}) {
  return transaction(site.db, (tx) => addGroup(tx, { ...draft, ...change }, { memberId, now: site.now() }))
}

async function html(site: Site, path: string) {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('the list of groups', () => {
  test('names every kind with its count and leads to the fit', async ({ site }) => {
    const hazel = await site.member('hazel')
    await added(site, hazel.id)
    await added(site, hazel.id, { kind: 'skills', name: 'Toolbox' })
    const list = await html(site, '/groups')
    for (const kind of groupKinds) expect(list).toContain(`/groups?kind=${kind}#list`)
    expect(list).toContain('/groups/fit')
    const skills = await html(site, '/groups?kind=skills')
    expect(skills).toContain('Toolbox')
    expect(skills).not.toContain('Night Watch')
  })

  test('finds the groups that meet on a Saturday or a Sunday, and leads to their calendar', async ({
    site,
  }) => {
    const hazel = await site.member('hazel')
    const ids = await Promise.all(
      ['Saturday Steps', 'Sunday Tea', 'Only Writing'].map((name) => added(site, hazel.id, { name })),
    )
    for (const [index, day] of [6 as const, 7 as const].entries()) {
      const [group, recurrence] = [ids[index], { every: 'week' as const, interval: 1, days: [day] }]
      const meeting = { name: 'Hour', recurrence, time: '19:00', minutes: 60, zone: 'Pacific/Auckland' }
      const by = { groupId: group?.id ?? '', groupName: '', memberId: hazel.id, place: undefined }
      const where = { onlineUrl: 'https://meet.example.org/a', phone: null }
      const place = { placeName: null, address: null, town: null }
      await transaction(site.db, (tx) =>
        addMeeting(tx, { ...meeting, ...where, ...place }, { ...by, now: site.now() }),
      )
    }
    const saturday = await html(site, '/groups?day=6')
    expect(saturday).toContain('Saturday Steps')
    expect(saturday).not.toContain('Sunday Tea')
    expect(saturday).not.toContain('Only Writing')
    expect(saturday).toContain('<option value="6" selected')
    expect(await html(site, '/groups?day=7')).toContain('Sunday Tea')
    expect(await html(site, '/groups?day=8')).toContain('Only Writing')
    expect(await html(site, `/groups/${ids[0]?.slug}`)).toContain(`/groups/${ids[0]?.slug}/meetings.ics`)
    expect(await html(site, `/groups/${ids[2]?.slug}`)).not.toContain('meetings.ics')
  })

  test('shows a group of a feed after those made here, thirty to a page', async ({ site }) => {
    const hazel = await site.member('hazel')
    const listed = Array.from({ length: 35 }, (_, index) => ({
      sourceKey: `f${index + 10}`,
      name: `Listed ${index + 10}`,
      kind: 'twelve_step' as const,
    }))
    await transaction(site.db, (tx) => putImportedGroups(tx, listed))
    await added(site, hazel.id, { name: 'Zebra' })
    const first = await html(site, '/groups')
    expect(first.indexOf('Zebra')).toBeGreaterThan(0)
    expect(first.indexOf('Zebra')).toBeLessThan(first.indexOf('Listed 10'))
    expect(first).not.toContain('Listed 44')
    expect(await html(site, '/groups?page=2')).toContain('Listed 44')
    expect(await html(site, '/groups?page=9')).toContain('Nothing here yet')
  })

  test('a group that was started is there at the next look', async ({ site }) => {
    expect(await html(site, '/groups')).not.toContain('Night Watch')
    await added(site, (await site.member('hazel')).id)
    expect(await html(site, '/groups')).toContain('Night Watch')
  })

  test('says so when nothing is found, and takes any search', async ({ site }) => {
    expect(await html(site, '/groups?words=%25nothing%00')).toContain('Nothing here yet')
    const anything = fc.webQueryParameters({ size: 'medium' })
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        expect((await site.get(`/groups?words=${query}`)).status).toBe(200)
      }),
      { numRuns: 20 },
    )
  })

  test('every kind has a page with its evidence', async ({ site }) => {
    for (const kind of groupKinds) {
      const page = await html(site, `/groups/kinds/${kind.replaceAll('_', '-')}`)
      expect(page).toContain('What is known about it')
      expect(page).toContain('<svg')
    }
  })
})

describe('what we hold of a member', () => {
  test('is given out', async ({ site }) => {
    const hazel = await site.member('hazel')
    const group = await added(site, hazel.id)
    expect(await personalData.exportOf(site.db, hazel.id)).toMatchObject({
      groups: [{ name: 'Night Watch', slug: 'night-watch', role: 'host' }],
      founded: [
        { name: 'Night Watch', kind: group.kind, summary: group.summary, agreements: group.agreements },
      ],
    })
  })

  test('is erased: the longest-standing member takes over, an empty group closes', async ({ site }) => {
    const hazel = await site.member('hazel')
    const wren = await site.member('wren')
    const shared = await added(site, hazel.id)
    const alone = await added(site, hazel.id, { name: 'Alone' })
    await transaction(site.db, (tx) => joinGroup(tx, shared.id, wren.id, site.now()))
    await transaction(site.db, (tx) => personalData.erase(tx, hazel.id, { words: 'keep', now: site.now() }))
    expect(await roleIn(site.db, shared.id, hazel.id)).toBeUndefined()
    expect(await roleIn(site.db, shared.id, wren.id)).toBe('host')
    expect(await html(site, `/groups/${alone.slug}`)).toContain('This group has closed')
    expect(await personalData.exportOf(site.db, hazel.id)).toEqual({ groups: [], founded: [], invited: [] })
  })
})
