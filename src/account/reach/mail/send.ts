import type { Config } from '../../../platform/config.ts'
import { type Sql, transaction } from '../../../platform/database/index.ts'
import { newToken } from '../../../platform/sessions.ts'
import { addNotices } from '../../notices/index.ts'
import { mostRefusals, nextHour, retryAt } from '../rules.ts'
import { openPost, type Post } from './deliver.ts'
import { confirmLetter, newsLetter, stopTokenOf, unsealAddress } from './letters.ts'
import {
  type DueMail,
  findAddress,
  keepConfirmToken,
  listDueMails,
  markMailed,
  markUnmailed,
  removeAddress,
} from './store.ts'

interface Sending {
  db: Sql
  config: Config
  now: Temporal.Instant
}

/** Asks an address whether it is theirs. Throws, without a word of it, when that should be tried again. */
export async function askAddress({ db, config, now }: Sending, memberId: string): Promise<void> {
  const post = await openPost(config)
  const row = await findAddress(db, memberId)
  const to = row && !row.confirmedAt ? unsealAddress(config, memberId, row.sealed) : undefined
  if (!post || !row || to === undefined) return
  try {
    const token = newToken()
    await keepConfirmToken(db, memberId, token)
    const outcome = await post.deliver(confirmLetter(config, to, token, row.locale))
    if (outcome === 'refused') await turnOff(db, memberId, now)
    else if (outcome !== 'sent') throw new Error('The mail that asks for a confirmation could not be sent.')
  } finally {
    post.close()
  }
}

const mostInOneGo = 1000

/** Writes to everybody for whom something waits. @returns how many were written to */
export async function sendMails({ db, config, now }: Sending) {
  const counts = { sent: 0, failed: 0, broken: 0 }
  const post = await openPost(config)
  if (!post) return counts
  try {
    for (const due of await listDueMails(db, now, mostInOneGo)) {
      const outcome = await write({ db, config, now }, post, due)
      if (outcome) counts[outcome] += 1
      // Our own way out does not work: it will not for the next address either.
      if (outcome === 'broken') break
    }
  } finally {
    post.close()
  }
  return counts
}

async function write({ db, config, now }: Sending, post: Post, due: DueMail) {
  const { memberId, hour, zone, locale } = due
  const nextAt = nextHour(now, hour, zone)
  if (!due.waits) {
    await markMailed(db, memberId, nextAt, now)
    return undefined
  }
  const to = unsealAddress(config, memberId, due.sealed)
  if (to === undefined) {
    // Sealed with a key that is lost.
    await turnOff(db, memberId, now)
    return 'failed' as const
  }
  const outcome = await post.deliver(newsLetter(config, to, stopTokenOf(config, due), locale))
  if (outcome === 'broken') return 'broken' as const
  if (outcome === 'sent') {
    await markMailed(db, memberId, nextAt, now)
    return 'sent' as const
  }
  const failures = due.failures + (outcome === 'refused' ? 1 : 0)
  if (failures >= mostRefusals) await turnOff(db, memberId, now)
  else await markUnmailed(db, memberId, failures, retryAt(Math.max(failures, 3), now))
  return 'failed' as const
}

/** The address is erased, and its owner reads on the site why nothing comes. */
async function turnOff(db: Sql, memberId: string, now: Temporal.Instant): Promise<void> {
  await transaction(db, async (tx) => {
    await removeAddress(tx, memberId)
    await addNotices(tx, [memberId], { kind: 'reach-mail-off', link: '/account/reach#mail' }, now)
  })
}
