import { addNotices } from '../../account/notices/index.ts'
import { type Transaction, transaction } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs.ts'
import { topicPath } from '../paging.ts'
import { remindGreetersMinutes, remindHostsMinutes } from './answered.rules.ts'
import { listGreetersFor, listHostsFor } from './greeters.store.ts'
import { type Due, takeDue } from './waiting.store.ts'

/** Greeters after half an hour, hosts after two: once each, whatever number of nodes runs this. */
export const remind = defineJob({
  name: 'forum-remind',
  schedule: '*/2 * * * *',
  run: async ({ db, now }) => {
    await transaction(db, async (tx) => {
      for (const due of await takeDue(tx, 'greeters', now.subtract({ minutes: remindGreetersMinutes }), now))
        await tell(tx, 'forum-waiting', due, await listGreetersFor(tx, due, now), now)
      for (const due of await takeDue(tx, 'hosts', now.subtract({ minutes: remindHostsMinutes }), now))
        await tell(tx, 'forum-waiting-long', due, await listHostsFor(tx, due), now)
    })
  },
})

function tell(
  tx: Transaction,
  kind: string,
  due: Due,
  memberIds: string[],
  now: Temporal.Instant,
): Promise<void> {
  const notice = {
    kind,
    link: topicPath(due.topicId),
    words: { title: due.readers === 'everybody' ? due.title : '', topic: due.topicId },
    about: `waiting ${due.id}`,
  }
  return addNotices(tx, memberIds, notice, now)
}
