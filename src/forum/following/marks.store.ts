import type { Database } from '../../platform/database/index.ts'
import type { Log } from '../../platform/log.ts'

interface Read {
  memberId: string
  topicId: string
  number: number
}

/**
 * What members read on this node in the last second. A page of a topic is drawn without asking the database anything;
 * writing a mark each time would cost more than the page. So marks are gathered and written together, and a node that
 * is killed loses the marks of one second: somebody sees a post as new that they have seen.
 */
const gathered = new Map<string, Read>()
const gatherMs = 1000
const most = 2000
let timer: NodeJS.Timeout | undefined

export async function noteRead(db: Database, log: Log, read: Read): Promise<void> {
  const key = `${read.memberId} ${read.topicId}`
  const number = Math.max(read.number, gathered.get(key)?.number ?? -1)
  gathered.set(key, { ...read, number })
  // Inside somebody's transaction there is no later.
  if (!('begin' in db)) return writeReads(db)
  if (gathered.size >= most) clearTimeout(timer)
  else if (timer) return
  timer = setTimeout(
    () => {
      timer = undefined
      writeReads(db).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'what was read could not be marked'),
      )
    },
    gathered.size >= most ? 0 : gatherMs,
  ).unref()
}

/** Writes what was gathered: by the clock, and before somebody looks at what is new to them. What fails waits for the next time. */
export async function writeReads(db: Database): Promise<void> {
  const reads = [...gathered]
  gathered.clear()
  if (reads.length === 0) return
  try {
    await write(
      db,
      reads.map(([, read]) => read),
    )
  } catch (error) {
    for (const [key, read] of reads) {
      const later = gathered.get(key)
      if (gathered.size < most && (later?.number ?? -1) < read.number) gathered.set(key, read)
    }
    throw error
  }
}

async function write(db: Database, reads: Read[]): Promise<void> {
  // In one order everywhere, so that two nodes never wait for each other; whoever or whatever is gone is passed over.
  await db`
    insert into topic_marks (member_id, topic_id, read_number)
    select m.id, t.id, least(r.number, t.reply_count)
    from unnest(${reads.map((one) => one.memberId)}::bigint[], ${reads.map((one) => one.topicId)}::bigint[],
      ${reads.map((one) => one.number)}::int[]) as r(member_id, topic_id, number)
    join members m on m.id = r.member_id join topics t on t.id = r.topic_id order by m.id, t.id
    on conflict (member_id, topic_id) do update
    set read_number = greatest(topic_marks.read_number, excluded.read_number), told = false`
}
