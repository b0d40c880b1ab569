import { addGroup, type Group, type GroupKind } from '../../../groups/index.ts'
import { transaction } from '../../../platform/database/index.ts'
import type { Site } from '../../../testing/site.ts'
import type { Recurrence } from '../../index.ts'

export async function addGroupHere(
  site: Site,
  name: string,
  more: { kind?: GroupKind; spirituality?: 'secular' } = {},
): Promise<Group> {
  const host = await site.member(`host${Math.abs(hash(name))}`.slice(0, 20))
  const draft = {
    name,
    kind: more.kind ?? 'discussion',
    summary: '',
    agreements: '',
    purposes: [],
    spirituality: more.spirituality ?? 'optional',
    languages: [],
    circles: [],
    practices: [],
    online: true,
    inPerson: true,
    zone: 'Europe/Dublin',
    placeName: null,
  } as const
  return transaction(site.db, (tx) =>
    addGroup(
      tx,
      { ...draft, purposes: [], languages: [], circles: [], practices: [] },
      { memberId: host.id, now: site.now() },
    ),
  )
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7)
}

const tuesdays: Recurrence = { every: 'week', interval: 1, days: [2] }

/** A meeting as it lies in the database: an online one on Tuesdays at seven, unless more is said. */
export async function addMeetingOf(
  site: Site,
  group: Pick<Group, 'id'>,
  more: Record<string, unknown> = {},
): Promise<string> {
  const row: Record<string, unknown> = {
    groupId: group.id,
    name: 'Evening tea',
    recurrence: tuesdays,
    time: '19:00',
    minutes: 60,
    zone: 'Europe/Dublin',
    online: true,
    inPerson: false,
    onlineUrl: 'https://zoom.us/j/123',
    words: 'evening tea',
    createdAt: site.now().toString(),
    changedAt: site.now().toString(),
    ...more,
  }
  row.recurrence = row.recurrence === null ? null : site.db.json(row.recurrence as never)
  const [added] = await site.db<{ id: string }[]>`insert into meetings ${site.db(row)} returning id`
  if (!added) throw new Error('The meeting was not added.')
  return added.id
}

export async function addChange(
  site: Site,
  meetingId: string,
  change: {
    onDate: string
    kind: 'cancelled' | 'moved' | 'note'
    newDate?: string
    newTime?: string
    note?: string
  },
): Promise<void> {
  await site.db`insert into meeting_changes ${site.db({
    meetingId,
    newDate: null,
    newTime: null,
    note: null,
    ...change,
    changedAt: site.now().toString(),
  })}`
}

/** As after a write of any slice: what is kept is asked for anew. */
export async function somethingChanged(site: Site): Promise<void> {
  await transaction(site.db, async (tx) => tx.changed('meetings'))
}

export async function addCork(site: Site): Promise<void> {
  const cork = { id: 1, name: 'Cork', folded: 'cork', country: 'IE', admin: '04', population: 190_384 }
  await site.db`insert into places ${site.db({ ...cork, latitude: 51.898, longitude: -8.4706 })}`
}
