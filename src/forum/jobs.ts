import { defineJob } from '../platform/jobs.ts'
import { listStillTopics, listTopicsFrom } from './ahead.store.ts'
import { remind } from './answered/jobs.ts'
import { openCheckIns } from './checkIns/jobs.ts'
import { removeWords } from './leaving/jobs.ts'
import { searchJobs } from './search/jobs.ts'

/** The addresses whose pages are drawn ahead: a topic as a guest reads it, in the site's own zone. */
export const drawnAhead = /^\/forum\/[1-9]\d{0,17}(\?page=[1-9]\d{0,5})?$/

const atOnce = 500
const longestPages = 50

// Where this node is on its way through all topics. Losing it begins anew.
let lastId = '0'

const drawAhead = defineJob({
  name: 'forum-draw-ahead',
  schedule: '* * * * *',
  atStart: true,
  run: async ({ db, now, drawAhead }) => {
    if (!drawAhead) return
    const from = (id: string) => listTopicsFrom(db, id, now, atOnce)
    let next = await from(lastId)
    if (next.length === 0) next = await from('0')
    lastId = next.at(-1)?.id ?? '0'
    const topics = [...(await listStillTopics(db, now, atOnce)), ...next]
    await drawAhead([...new Set(topics.flatMap(addresses))])
  },
})

function addresses({ id, pages }: { id: string; pages: number }): string[] {
  return Array.from({ length: Math.min(pages, longestPages) }, (_, index) =>
    index === 0 ? `/forum/${id}` : `/forum/${id}?page=${index + 1}`,
  )
}

export const forumJobs = [drawAhead, openCheckIns, remind, removeWords, ...searchJobs]
