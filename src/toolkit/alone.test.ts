import { expect } from 'vitest'
import { type Site, test } from '../testing/site.ts'

async function addMeeting({ db, now }: Site, name: string, online: boolean, inHours: number): Promise<void> {
  const startsAt = now().add({ hours: inHours })
  await db`
    with a_group as (
      insert into groups (slug, name, kind) values (${`g-${inHours}`}, ${name}, 'discussion') returning id
    ), a_meeting as (
      insert into meetings (group_id, name, online, in_person, recurrence, time, zone)
        select id, ${name}, ${online}, ${!online}, ${db.json({ every: 'once', date: '2026-11-22' })}, '23:00', 'Asia/Tokyo'
        from a_group returning id
    )
    insert into meeting_times (meeting_id, starts_at, ends_at, on_date)
      select id, ${startsAt}, ${startsAt.add({ hours: 1 })}, ${startsAt}::date from a_meeting`
}

test('alone shows the online meetings of the next hours, in the zone asked for', async ({ site }) => {
  await addMeeting(site, 'Night Watch', true, 2)
  await addMeeting(site, 'Library Room', false, 1)
  await addMeeting(site, 'Tomorrow Evening', true, 30)
  const html = await (await site.get('/now/alone?zone=Asia/Tokyo')).text()
  expect(html).toContain('Night Watch')
  expect(html).toMatch(/11:00.PM/)
  expect(html).not.toContain('Library Room')
  expect(html).not.toContain('Tomorrow Evening')
})

test('with no meeting soon the page says so and leads on', async ({ site }) => {
  const html = await (await site.get('/now/alone')).text()
  expect(html).toContain('No online meeting starts in the next hours')
  expect(html).toContain('href="/forum"')
})

test('where no meeting is near, what helps now stands before the list of other days', async ({ site }) => {
  const quiet = await (await site.get('/now/alone')).text()
  expect(quiet.indexOf('href="/help"')).toBeLessThan(quiet.indexOf('All meetings'))
  await addMeeting(site, 'Night Watch', true, 2)
  site.pages.clear()
  const busy = await (await site.get('/now/alone')).text()
  expect(busy.indexOf('Night Watch')).toBeLessThan(busy.indexOf('No greeter has said'))
})

test('a device may show the times by its own clock, unless a member has told us theirs', async ({ site }) => {
  await addMeeting(site, 'Night Watch', true, 2)
  const wren = await site.member('wren', { zone: 'Asia/Tokyo' })
  expect(await (await site.get('/now/alone')).text()).toContain('data-own-times="')
  expect(await (await site.get('/now/alone', { as: wren })).text()).not.toContain('data-own-times')
})

test('with people out of reach the rest of the page still comes', async ({ site }) => {
  // After a failed query this transaction refuses everything, as a database that is down does.
  await site.db`select 1 / 0`.catch(() => undefined)
  const answer = await site.get('/now/alone')
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('We could not look for meetings just now')
  expect(html).toContain('href="/now"')
})

test('greeters who said that they are here come first, and only while they are here', async ({ site }) => {
  const wren = await site.member('wren')
  await site.post('/forum/waiting/greeter', { act: 'here' }, { as: wren })
  const awake = await (await site.get('/now/alone')).text()
  expect(awake).toContain('One greeter is awake')
  expect(awake).not.toContain('wren')
  expect(awake.indexOf('greeter is awake')).toBeLessThan(awake.indexOf('Online meetings'))

  await site.post('/forum/waiting/greeter', { act: 'away' }, { as: wren })
  const asleep = await (await site.get('/now/alone')).text()
  expect(asleep).not.toContain('is awake')
  expect(asleep).toContain('No greeter has said that they are here')
  expect(asleep).toContain('href="/help"')
})

test('the page that is kept for no line says nothing about who was awake', async ({ site }) => {
  await addMeeting(site, 'Night Watch', true, 2)
  const html = await (await site.get('/now/alone?line=none')).text()
  expect(html).toContain('We could not look for meetings just now')
  expect(html).not.toContain('Night Watch')
  expect(html).not.toContain('greeter')
})
