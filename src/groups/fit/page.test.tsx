import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { type Site, test } from '../../testing/site.ts'
import { addGroup, type GroupDraft } from '../index.ts'

const draft: GroupDraft = {
  name: 'Night Watch',
  kind: 'discussion',
  summary: '',
  agreements: '- Kind.',
  purposes: ['stop'],
  spirituality: 'secular',
  languages: ['en'],
  circles: [],
  practices: [],
  online: true,
  inPerson: false,
  zone: null,
  placeName: null,
}

/** A group with one online meeting at each of these times. */
let hosts = 0

async function added(site: Site, change: Partial<GroupDraft>, starts: string[] = []) {
  const host = await site.member(`host-${++hosts}`)
  const group = await transaction(site.db, (tx) =>
    addGroup(tx, { ...draft, ...change }, { memberId: host.id, now: site.now() }),
  )
  const where = { online: group.online, in_person: group.inPerson }
  for (const start of starts) {
    const [meeting] = await site.db<{ id: string }[]>`
      insert into meetings (group_id, name, status, time, minutes, zone, recurrence, online, in_person)
      values (${group.id}, ${group.name}, 'running', '19:00', 60, 'UTC', '{"every":"week"}', ${where.online}, ${where.in_person})
      returning id`
    await site.db`insert into meeting_times (meeting_id, starts_at, ends_at, on_date)
      values (${meeting?.id ?? ''}, ${start}, ${start}::timestamptz + interval '1 hour', ${start}::date)`
  }
  return group
}

async function html(site: Site, query = '') {
  const answer = await site.get(`/groups/fit${query}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

const inEvenings = ['2026-11-24T19:00:00Z', '2026-11-25T19:00:00Z', '2026-11-26T19:00:00Z']

describe('six questions', () => {
  test('are asked of a guest, and nothing is stored', async ({ site }) => {
    const answer = await site.get('/groups/fit')
    const page = await answer.text()
    for (const question of ['What do you want to do?', 'What do you like?', 'Is a spiritual side welcome?'])
      expect(page).toContain(question)
    for (const question of ['Online or in person?', 'When are you free?', 'Language, and people like you'])
      expect(page).toContain(question)
    expect(page).toContain('Nothing you do on this page is stored')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('every group says why in words, in the visitor’s own time', async ({ site }) => {
    await added(site, {}, inEvenings)
    const query =
      '?purpose=stop&like=discussion&spirit=prefer_not&way=online&free=weekday_evening&language=en'
    const page = await html(site, `${query}&zone=UTC`)
    expect(page).toContain('One group fits what you said.')
    for (const reason of [
      'Three meetings in your evenings',
      'No spiritual content',
      'For people who are stopping',
    ])
      expect(page).toContain(reason)
    expect(page).toContain('Tuesday, November 24 at 7:00 PM UTC')
    const tokyo = await html(site, `${query}&zone=Asia/Tokyo`)
    expect(tokyo).toContain('No meeting when you are free')
    expect(tokyo).toContain('No group fits well just now')
  })

  test('keep the answers beside the result, to be changed', async ({ site }) => {
    await added(site, {}, inEvenings)
    const page = await html(site, '?purpose=cut_down&like=yoga&free=weekend_night&circle=women&day=3')
    for (const value of ['cut_down', 'yoga', 'weekend_night', 'women'])
      expect(page).toMatch(new RegExp(`value="${value}" checked`))
    expect(page).toContain('name="day" value="3"')
  })
})

describe('honesty', () => {
  test('a group for a circle is shown only to those who named it', async ({ site }) => {
    await added(site, { name: 'Women at Seven', circles: ['women'] }, inEvenings)
    await added(site, { name: 'Beside Them', kind: 'family' }, inEvenings)
    const any = await html(site, '?purpose=stop')
    expect(any).not.toContain('Women at Seven')
    expect(any).not.toContain('Beside Them')
    expect(await html(site, '?circle=women')).toContain('For women')
    expect(await html(site, '?circle=family')).toContain('Beside Them')
  })

  test('a group that has gone quiet is said to be quiet', async ({ site }) => {
    await added(site, { name: 'The Old Circle' })
    const young = await html(site, '?purpose=stop')
    expect(young).toContain('It began only just now')
    expect(young).not.toContain('It has gone quiet')
    await site.db`update groups set created_at = ${site.now().subtract({ hours: 24 * 40 })}`
    const page = await html(site, '?purpose=stop')
    expect(page).toContain('No group fits well just now')
    expect(page).toContain('It has gone quiet')
    expect(page).toContain('/forum')
  })

  test('without any group the forum stays open', async ({ site }) => {
    expect(await html(site, '?purpose=stop')).toContain('There is no group here yet')
  })

  test('online meetings of the next hours are offered whatever fits', async ({ site }) => {
    await added(site, { name: 'In An Hour', purposes: ['cut_down'] }, ['2026-11-22T13:00:00Z'])
    expect(await html(site, '?purpose=stop&like=yoga')).toMatch(/Online in the next hours[\s\S]*In An Hour/)
  })
})

describe('answers we do not understand', () => {
  test('are named and left out, and groups are shown all the same', async ({ site }) => {
    await added(site, {}, inEvenings)
    const page = await html(site, '?purpose=fly&zone=Mars/Olympus')
    expect(page).toContain('was none of ours')
    expect(page).toContain('Night Watch')
  })

  test('a town nobody knows is named beside its field', async ({ site }) => {
    const page = await html(site, '?town=Xyzzyville%00&way=in_person')
    expect(page).toContain('We do not know a town called “Xyzzyville”')
    expect(page).toContain('aria-invalid="true"')
    expect(await html(site, `?town=${'x'.repeat(500)}`)).toContain('too long for the name of a town')
  })

  test('any address gives a page', async ({ site }) => {
    await added(site, {}, inEvenings)
    await fc.assert(
      fc.asyncProperty(fc.webQueryParameters({ size: 'medium' }), async (query) => {
        expect((await site.get(`/groups/fit?town=${query}&free=${query}&day=${query}`)).status).toBe(200)
      }),
      { numRuns: 25 },
    )
  })
})
