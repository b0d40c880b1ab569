import { type Sql, transaction } from '../../platform/database/index.ts'
import { endAllSessions, handleKey } from '../index.ts'
import { addNotices } from '../notices/index.ts'
import { removeAllPasskeys } from './store.ts'

/**
 * For somebody who has lost their passkeys: all are taken away, every device is signed out, and somebody in office has the
 * days to add another again.
 * @returns how many there were, or undefined when nobody has this handle
 */
export async function forgetPasskeys(
  db: Sql,
  handle: string,
  now: Temporal.Instant,
): Promise<number | undefined> {
  return transaction(db, async (tx) => {
    const found = await removeAllPasskeys(tx, handleKey(handle), now)
    if (!found) return undefined
    await endAllSessions(tx, found.id)
    await addNotices(tx, [found.id], { kind: 'passkey-removed', link: '/account/passkeys' }, now)
    return found.removed
  })
}
