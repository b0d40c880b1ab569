import { rollTimes } from '../../src/meetings/times.store.ts'
import type { Sql } from '../../src/platform/database/index.ts'
import type { Chance } from './chance.ts'
import { sentence } from './words.ts'

const rowsAtOnce = 1000
const towns = [
  { town: 'Philadelphia', region: 'PA', zone: 'America/New_York', latitude: 39.95, longitude: -75.16 },
  { town: 'Chicago', region: 'IL', zone: 'America/Chicago', latitude: 41.88, longitude: -87.63 },
  { town: 'Denver', region: 'CO', zone: 'America/Denver', latitude: 39.74, longitude: -104.99 },
  { town: 'Portland', region: 'OR', zone: 'America/Los_Angeles', latitude: 45.52, longitude: -122.68 },
  { town: 'Cork', region: 'Munster', zone: 'Europe/Dublin', latitude: 51.9, longitude: -8.47 },
  { town: 'Melbourne', region: 'VIC', zone: 'Australia/Melbourne', latitude: -37.81, longitude: 144.96 },
] as const
const names = [
  'Sunrise',
  'Night Owls',
  'First Things First',
  'New Leaf',
  'Steps and Stones',
  'Quiet Hour',
  'Open Door',
]
const kinds = ['twelve_step', 'twelve_step', 'twelve_step', 'discussion', 'skills', 'holistic', 'family']

/** Weekly and monthly meetings with their groups, about five to a group, and their times as the site makes them. */
export async function seedMeetings(db: Sql, chance: Chance, count: number): Promise<void> {
  const groups = Array.from({ length: Math.ceil(count / 5) }, (_, index) => {
    const { zone, town } = chance.oneOf(towns)
    const name = `${chance.oneOf(names)} of ${town} ${index + 1}`
    const kind = chance.oneOf(kinds)
    return {
      slug: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind,
      summary: sentence(chance),
      zone,
      sourceKey: `bench ${index}`,
    }
  })
  const ids: string[] = []
  for (let from = 0; from < groups.length; from += rowsAtOnce) {
    const rows = await db<{ id: string }[]>`
      insert into groups ${db(groups.slice(from, from + rowsAtOnce))} returning id`
    ids.push(...rows.map((row) => row.id))
  }
  const meetings = Array.from({ length: count }, (_, index) =>
    meeting(chance, ids[index % ids.length] ?? '', index),
  )
  for (let from = 0; from < meetings.length; from += rowsAtOnce)
    await db`insert into meetings ${db(meetings.slice(from, from + rowsAtOnce))}`
  await rollTimes(db, Temporal.Now.instant())
  await db`analyze`
}

function meeting(chance: Chance, groupId: string, index: number) {
  const { town, region, zone, latitude, longitude } = chance.oneOf(towns)
  const online = chance.next() < 0.4
  const name = `${chance.oneOf(names)} ${index + 1}`
  const day = chance.between(1, 7)
  const monthly = chance.next() < 0.05
  return {
    groupId,
    name,
    recurrence: monthly
      ? { every: 'month', weeks: [chance.between(1, 4)], day }
      : { every: 'week', interval: 1, days: [day] },
    time: `${String(chance.between(6, 22)).padStart(2, '0')}:${chance.oneOf(['00', '15', '30'])}`,
    minutes: chance.oneOf([45, 60, 60, 90]),
    zone,
    online,
    inPerson: !online,
    onlineUrl: online ? `https://meet.example/${index}` : null,
    placeName: online ? null : `Room ${chance.between(1, 40)}, ${chance.between(1, 900)} Main Street`,
    town: online ? null : town,
    region,
    latitude: online ? null : latitude + chance.next() - 0.5,
    longitude: online ? null : longitude + chance.next() - 0.5,
    types: chance.next() < 0.5 ? ['O', 'D'] : ['C'],
    notes: chance.next() < 0.3 ? sentence(chance) : null,
    words: `${name} ${town}`.toLowerCase(),
  }
}
