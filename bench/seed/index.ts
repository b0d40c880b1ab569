import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openDatabase } from '../../src/platform/database/index.ts'
import { Chance } from './chance.ts'
import { seedForum } from './forum.ts'
import { seedMeetings } from './meetings.ts'
import { type SeededMember, seedMembers } from './members.ts'

export interface Seeded {
  members: SeededMember[]
  topicIds: string[]
}

interface Size {
  members: number
  topics: number
  posts: number
  meetings: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Fills a new data folder with an invented community, the same one every time. */
export async function seed(dataDir: string, size: Size): Promise<Seeded> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  try {
    await migrate(database.db, join(root, 'db/migrations'))
    const chance = new Chance(20_261_122)
    const members = await seedMembers(database.db, size.members)
    const topicIds = await seedForum(database.db, chance, members, size)
    await seedMeetings(database.db, chance, size.meetings)
    return { members, topicIds }
  } finally {
    await database.close()
  }
}
