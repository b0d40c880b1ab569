import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { daysOf, readStretch, weekOf } from './days.rules.ts'

// The site's clock stands at 22 November 2026.
const onDay4 = { lastDoseOn: '2026-11-18', showsDay: true }

async function day4(site: Site): Promise<{ wren: TestMember; topic: string }> {
  const wren = await site.member('wren', onDay4)
  return {
    wren,
    topic: await postTopic(site, wren, { title: 'Fourth night', body: 'It was a little lighter.' }),
  }
}

describe('weeks', () => {
  test('have seven days, and the first one also the day of the last dose', () => {
    expect(daysOf({ by: 'week', number: 1 })).toEqual({ from: 0, to: 7 })
    expect(daysOf({ by: 'week', number: 2 })).toEqual({ from: 8, to: 14 })
    for (let day = 0; day < 400; day++) {
      const { from, to } = daysOf({ by: 'week', number: weekOf(day) })
      expect(day >= from && day <= to).toBe(true)
    }
  })

  test.each(['', '-1', '04', '4.5', '1e2', '3651', '99999', 'x', ' 4'])('%j is no day', (typed) => {
    expect(readStretch('day', typed)).toBeUndefined()
  })
})

describe('what people wrote on a day', () => {
  test('is read by a guest: topics and replies, newest first', async ({ site }) => {
    const { topic } = await day4(site)
    site.setNow('2026-11-22T13:00:00Z')
    await postReply(site, await site.member('okapi', onDay4), topic, 'Mine too, since noon.')
    const page = await read(site, '/forum/days/4')
    expect(page).toContain('What people wrote on day 4')
    expect(page.indexOf('Mine too, since noon.')).toBeLessThan(page.indexOf('It was a little lighter.'))
    expect(page).toContain('Mine too, since noon.')
    expect(await read(site, '/forum/days/5')).not.toContain('It was a little lighter.')
    expect(await read(site, '/forum/days/weeks/1')).toContain('It was a little lighter.')
  })

  test('is only of those who show their day, while they show it', async ({ site }) => {
    const { wren } = await day4(site)
    const quiet = await site.member('quiet', { lastDoseOn: '2026-11-18' })
    await postTopic(site, quiet, { title: 'Nobody knows my day', body: 'Not to be found.' })
    const page = await read(site, '/forum/days/4')
    expect(page).toContain('Fourth night')
    expect(page).not.toContain('Not to be found.')
    await site.post('/account', { lastDoseOn: '2026-11-18', zone: '' }, { as: wren })
    expect(await read(site, '/forum/days/4')).not.toContain('Fourth night')
  })

  test('says so kindly when it is nothing, with the nearest days that have something', async ({ site }) => {
    await day4(site)
    const page = await read(site, '/forum/days/9')
    expect(page).toContain('Nobody has written on day 9 yet')
    expect(page).toMatch(/href="\/forum\/days\/4"[^>]*>Day 4</)
    expect(await read(site, '/forum/days/weeks/3')).toMatch(/href="\/forum\/days\/weeks\/1"/)
  })

  test('leaves out what was removed, and what is only for members', async ({ site }) => {
    const { wren, topic } = await day4(site)
    const [row] = await site.db<{ spaceId: string }[]>`
      select space_id from topics where id = ${topic.split('/').at(-1) ?? ''}`
    await site.db`update spaces set readers = 'members' where id = ${row?.spaceId ?? ''}`
    expect(await read(site, '/forum/days/4')).not.toContain('Fourth night')
    expect(await read(site, '/forum/days/4', wren)).toContain('Fourth night')
    await site.post(`${topic}/remove`, {}, { as: wren })
    expect(await read(site, '/forum/days/4', wren)).not.toContain('Fourth night')
  })

  test('goes on page by page without losing one', async ({ site }) => {
    const { wren, topic } = await day4(site)
    for (let i = 1; i <= 24; i++) await postReply(site, wren, topic, `Line ${i}.`)
    const first = await read(site, '/forum/days/4')
    const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await read(site, older)
    const found = [...`${first}${second}`.matchAll(/Line (\d+)\./g)].map((match) => Number(match[1]))
    expect([...new Set(found)]).toHaveLength(24)
    expect(found).toHaveLength(24)
    expect(second).toContain('It was a little lighter.')
  })

  test('shows where the day lies in the usual course', async ({ site }) => {
    const page = await read(site, '/forum/days/3')
    expect(page).toMatch(/aria-current="true"><strong>the steepest part/)
    expect(page).toContain('not a forecast')
  })
})

describe('one’s own day', () => {
  test('is the first page of a member, shown to others or not', async ({ site }) => {
    const quiet = await site.member('quiet', { lastDoseOn: '2026-11-18' })
    const answer = await site.get('/forum/days', { as: quiet })
    expect(answer.headers.get('location')).toBe('/forum/days/4')
    expect((await site.get('/forum/days')).status).toBe(200)
    expect(await read(site, '/forum/days', await site.member('okapi'))).toContain('opens on your day')
  })

  test('opens what people wrote who are two weeks ahead', async ({ site }) => {
    const ahead = await site.member('ahead', { lastDoseOn: '2026-11-04', showsDay: true })
    await postTopic(site, ahead, { title: 'Day eighteen', body: 'I slept through.' })
    const { wren } = await day4(site)
    const page = await read(site, '/forum/days/ahead', wren)
    expect(page).toContain('from day 14 to day 22')
    expect(page).toContain('I slept through.')
    expect(page).not.toContain('It was a little lighter.')
    expect(await read(site, '/forum/days/ahead?of=4')).toContain('I slept through.')
  })
})

describe('the step of a taper', () => {
  test('stands beside what is written while it is kept, and can be found by', async ({ site }) => {
    const wren = await site.member('wren')
    await site.post('/forum/days/step', { step: '3' }, { as: wren })
    const topic = await postTopic(site, wren, { title: 'Slowly down', body: 'Third step holds.' })
    await postReply(site, wren, topic, 'Still holding.')
    const page = await read(site, '/forum/days/steps/3')
    expect(page).toContain('Third step holds.')
    expect(page).toContain('Still holding.')
    expect(page).toContain('step 3</span>')
    await site.post('/forum/days/step', { step: '' }, { as: wren })
    expect(await read(site, '/forum/days/steps/3')).not.toContain('Third step holds.')
  })

  test('that is none is refused beside the field', async ({ site }) => {
    const wren = await site.member('wren')
    for (const step of ['0', '61', 'x', '2.5']) {
      const answer = await site.post('/forum/days/step', { step }, { as: wren })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Give the step as a number from 1 to 60.')
    }
    expect((await site.post('/forum/days/step', { step: '3' })).status).toBe(401)
  })
})

test('a day typed into the form leads to its page, nonsense back to the choice', async ({ site }) => {
  const to = async (query: string) => (await site.get(`/forum/days/go?${query}`)).headers.get('location')
  expect(await to('number=12&by=day')).toBe('/forum/days/12')
  expect(await to('number=2&by=week')).toBe('/forum/days/weeks/2')
  expect(await to('number=drop+table&by=x')).toBe('/forum/days/all')
})

test.for([
  '/forum/days/3651',
  '/forum/days/x',
  '/forum/days/weeks/0',
  '/forum/days/4?before=x',
  '/forum/days/ahead?of=-1',
])('%s is not found', async (path, { site }) => {
  expect((await site.get(path)).status).toBe(404)
})
