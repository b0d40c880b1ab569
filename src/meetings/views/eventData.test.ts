import { expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import { bringIn } from '../testing/town.store.ts'

interface Data {
  [name: string]: unknown
  subEvent?: Data[]
  eventSchedule?: Data
}

async function page(site: Site): Promise<{ html: string; data: Data | undefined; id: string }> {
  const [row] = await site.db<{ id: string }[]>`select id from meetings order by id desc limit 1`
  const html = await (await site.get(`/meetings/${row?.id}`)).text()
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
  return { html, data: text === undefined ? undefined : (JSON.parse(text) as Data), id: row?.id ?? '' }
}

const hall = {
  ...{ name: 'Hall', day: 2, time: '19:00', end_time: '20:30', timezone: 'Europe/Dublin' },
  ...{ formatted_address: '1 Quay, Cork, Co Cork, Ireland', latitude: 51.9, longitude: -8.47 },
}

test('a series has a schedule and no date of its own, and each coming date has one', async ({ site }) => {
  await bringIn(site.db, site.now(), hall)
  const { data, id } = await page(site)
  expect(data).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Event',
    name: 'Hall',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', address: '1 Quay, Cork, Co Cork, Ireland' },
    eventSchedule: {
      repeatFrequency: 'P1W',
      byDay: ['https://schema.org/Tuesday'],
      ...{ startTime: '19:00:00', endTime: '20:30:00', scheduleTimezone: 'Europe/Dublin' },
    },
  })
  expect(data).not.toHaveProperty('startDate')
  expect(data?.subEvent?.[0]).toMatchObject({
    startDate: '2026-11-24T19:00+00:00',
    endDate: '2026-11-24T20:30+00:00',
    eventStatus: 'https://schema.org/EventScheduled',
    superEvent: { '@id': `http://localhost:3000/meetings/${id}` },
  })
})

test('a date that is cancelled or moved says so', async ({ site }) => {
  await bringIn(site.db, site.now(), hall)
  await site.db`update meeting_times set change = 'cancelled' where on_date = '2026-11-24'`
  await site.db`update meeting_times set change = 'moved', starts_at = '2026-12-02T10:00:00Z',
    ends_at = '2026-12-02T11:30:00Z' where on_date = '2026-12-01'`
  const { data } = await page(site)
  expect(data?.eventSchedule).toMatchObject({ exceptDate: ['2026-11-24'] })
  expect(data?.subEvent?.map(({ eventStatus }) => String(eventStatus).slice(19))).toEqual([
    ...['EventCancelled', 'EventRescheduled', 'EventScheduled', 'EventScheduled', 'EventScheduled'],
  ])
  expect(data?.subEvent?.[1]).toMatchObject({
    startDate: '2026-12-02T10:00+00:00',
    previousStartDate: '2026-12-01T19:00+00:00',
  })
})

test('nothing that a name holds ends the data, and programs find the lists', async ({ site }) => {
  const name = 'Tea </script><script>alert(1)</script> & <!-- cake'
  await bringIn(site.db, site.now(), hall)
  await site.db`update meetings set name = ${name}`
  const { html, data, id } = await page(site)
  expect(data?.name).toBe(name)
  expect(html).not.toContain('<script>alert')
  expect(html).toMatch(
    /<link rel="alternate" type="application\/json" title="Meetings Feed" href="\/feeds\/meetings.json"/,
  )
  expect(html).toContain(`href="/meetings/${id}.ics"`)
})
