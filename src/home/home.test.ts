import { expect } from 'vitest'
import { addGroup } from '../groups/index.ts'
import { addMeeting } from '../meetings/index.ts'
import { transaction } from '../platform/database/index.ts'
import { postTopic } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

test('the first page leads to something that helps now, without an account', async ({ site }) => {
  const answer = await site.get('/')
  const html = await answer.text()
  expect(answer.status).toBe(200)
  for (const door of ['/now', '/check-in', '/groups/fit', '/help', '/leave'])
    expect(html).toContain(`href="${door}"`)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('a first page read twice comes from the kept pages until somebody writes', async ({ site }) => {
  await site.get('/')
  const key = 'identity en /'
  expect(site.pages.findPage(key, site.now().epochMilliseconds)).toBeDefined()
  site.pages.drop(['forum'])
  expect(site.pages.findPage(key, site.now().epochMilliseconds)).toBeUndefined()
})

test('leaving leads to something harmless and clears what the browser keeps', async ({ site }) => {
  const answer = await site.get('/leave')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(site.config.leaveTo)
  expect(answer.headers.get('clear-site-data')).toContain('"cookies"')
})

test('an address that only begins like a place of the navigation stands under none', async ({ site }) => {
  const marked = async (path: string) =>
    (await (await site.get(path)).text()).match(/aria-current/g)?.length ?? 0
  expect(await marked('/now/craving')).toBe(1)
  expect(await marked('/nowhere')).toBe(0)
})

test('a first post that waits stands once on the first page', async ({ site }) => {
  const wren = await site.member('wren')
  await postTopic(site, wren, { title: 'First words' })
  await postTopic(site, wren, { title: 'Second words' })
  const html = await (await site.get('/')).text()
  expect(html.match(/First words/g)).toHaveLength(1)
  expect(html.match(/Second words/g)).toHaveLength(1)
})

test('what starts soon is what a guest anywhere can come to, if there is any', async ({ site }) => {
  const wren = await site.member('wren')
  await transaction(site.db, async (tx) => {
    const draft = {
      name: 'Evening Circle',
      kind: 'discussion' as const,
      summary: 'We talk.',
      agreements: 'Be kind.',
      purposes: [],
      spirituality: 'secular' as const,
      languages: ['en'],
      circles: [],
      practices: [],
      online: true,
      inPerson: true,
      zone: 'UTC',
      placeName: null,
    }
    const group = await addGroup(tx, draft, { memberId: wren.id, now: site.now() })
    const by = {
      groupId: group.id,
      groupName: group.name,
      memberId: wren.id,
      place: undefined,
      now: site.now(),
    }
    const daily = { every: 'week' as const, interval: 1, days: [1, 2, 3, 4, 5, 6, 7] as (1 | 7)[] }
    const nothing = { onlineUrl: null, phone: null, placeName: null, address: null, town: null, notes: null }
    const meeting = { ...nothing, recurrence: daily, minutes: 60, zone: 'UTC' }
    await addMeeting(tx, { ...meeting, name: 'In the hall', time: '13:00', placeName: 'Invented hall' }, by)
    await addMeeting(
      tx,
      { ...meeting, name: 'On the line', time: '14:00', onlineUrl: 'https://meet.example.org/a' },
      by,
    )
  })
  const html = await (await site.get('/')).text()
  expect(html).toContain('On the line')
  expect(html).not.toContain('In the hall')
})
