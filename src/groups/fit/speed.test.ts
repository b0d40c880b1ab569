import { expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { test } from '../../testing/site.ts'
import { putImportedGroups } from '../index.ts'
import { noAnswers } from './answers.ts'
import { findFit } from './findFit.ts'

/** Generous; alone it takes about 50 ms. A busy machine needs several tries for one that is not held up. */
const mostMs = 300
const mostTries = 40

test('one person’s fit among 1,500 imported groups with 6,000 meetings a week takes under 300 ms', async ({
  site,
}) => {
  const { db } = site
  const listed = Array.from({ length: 1500 }, (_, number) => ({
    sourceKey: `feed:${number}`,
    name: `Listed ${number}`,
    kind: 'twelve_step' as const,
    online: number % 3 === 0,
    inPerson: number % 3 !== 0,
  }))
  await transaction(db, (tx) => putImportedGroups(tx, listed))
  await db`insert into meetings (group_id, name, online, in_person, latitude, longitude, zone, time, recurrence)
    select id, name, online, in_person, 40 + id % 10, -75 - id % 20, 'America/New_York', '19:00', '{}' from groups`
  await db`insert into meeting_times (meeting_id, starts_at, ends_at, on_date)
    select id, at, at + interval '1 hour', at::date from meetings,
      generate_series(${site.now()}::timestamptz + interval '3 hours', ${site.now()}::timestamptz + interval '6 days', interval '40 hours') at`
  const place = { name: 'Philadelphia', lat: 39.95, lng: -75.17 }
  const answers = { ...noAnswers, place, zone: 'America/New_York', free: ['weekday_evening' as const] }
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < mostTries && best >= mostMs; tries += 1) {
    const began = performance.now()
    const fits = await findFit(db, answers, site.now())
    best = Math.min(best, performance.now() - began)
    expect(fits).toHaveLength(1500)
  }
  expect(best).toBeLessThan(mostMs)
})
