import type { Database } from '../../platform/database/index.ts'
import { importText } from '../feeds/import.ts'
import { foldText } from '../places/place.ts'

/** Invented records as a Meeting Guide feed, brought in. */
export async function bringIn(db: Database, now: Temporal.Instant, ...meetings: object[]): Promise<void> {
  const records = meetings.map((meeting, index) => ({
    slug: `m-${index}`,
    name: `Meeting ${index}`,
    day: 1,
    time: '19:00',
    ...meeting,
  }))
  const draft = { name: 'Harbour list', address: undefined, zone: 'Europe/Dublin', kind: undefined }
  await importText(db, draft, { source: 'harbour.json', text: JSON.stringify(records) }, { now })
}

export async function addTowns(db: Database): Promise<void> {
  const towns: [number, string, string, string, number, number, number][] = [
    [1, 'Cork', 'IE', '04', 190_384, 51.898, -8.4706],
    [2, 'Philadelphia', 'US', 'PA', 1_567_442, 39.9523, -75.1638],
    [3, 'Philadelphia', 'US', 'MS', 7_258, 32.7715, -89.1167],
    [4, 'Springfield', 'US', 'IL', 116_565, 39.8017, -89.6437],
    [5, 'New York City', 'US', 'NY', 8_175_133, 40.7143, -74.006],
    [6, 'New York Mills', 'US', 'MN', 1_230, 46.5177, -95.3761],
    [7, 'Łódź', 'PL', '74', 768_755, 51.75, 19.4667],
  ]
  for (const [id, name, country, admin, population, latitude, longitude] of towns) {
    await db`insert into places ${db({ id, name, folded: foldText(name), country, admin, population, latitude, longitude })}`
  }
}
