import type { Config } from '../../../platform/config.ts'
import { type Sql, transaction } from '../../../platform/database/index.ts'
import { askOutside } from '../../../platform/outside.ts'
import { addNotices } from '../../notices/index.ts'
import { mostFailures, retryAt } from '../rules.ts'
import { type PushRequest, pushKey, unsealSubscription, writePush } from './message.ts'
import { type DueDevice, listDue, markFailed, markTold, removeDevice } from './store.ts'

interface PushAnswer {
  /** 0 where nobody answered. */
  status: number
  retryAfterSeconds?: number
}

/** Hands one message to a push service. An argument below, so that tests are the push service. */
export type Post = (endpoint: string, request: PushRequest) => Promise<PushAnswer>

/** A push service is a foreign address that a browser gave: it is asked as a feed is, never in our own network. */
export const postOutside =
  (config: Config): Post =>
  async (endpoint, { headers, body }) => {
    try {
      const answer = await askOutside(new URL(endpoint), {
        method: 'POST',
        headers,
        body,
        allowPrivate: config.feedsAllowPrivate,
        signal: AbortSignal.timeout(15_000),
      })
      // What it says beyond the status is of no use here, and may be long.
      answer.destroy()
      const wait = Number(answer.headers['retry-after'])
      return { status: answer.statusCode ?? 0, ...(wait > 0 ? { retryAfterSeconds: wait } : {}) }
    } catch {
      return { status: 0 }
    }
  }

const atOnce = 8
const mostInOneGo = 2000

interface Sending {
  db: Sql
  config: Config
  now: Temporal.Instant
  post?: Post
}

/** Tells every device for whose member something waits. @returns how many were told, and how many could not be */
export async function sendPushes({ db, config, now, post = postOutside(config) }: Sending) {
  const counts = { told: 0, failed: 0, gone: 0 }
  if (!config.webPush) return counts
  const due = await listDue(db, now, mostInOneGo)
  if (due.length === 0) return counts
  const key = await pushKey(db)

  const tell = async (device: DueDevice) => {
    const subscription = unsealSubscription(config, device.memberId, device.sealed)
    // Sealed with a key that is lost: it can never be reached again.
    const answer = subscription
      ? await post(subscription.endpoint, await writePush(subscription, device, key, config))
      : { status: 410 }
    const outcome = await settle(db, device, answer, now)
    counts[outcome] += 1
  }
  for (let from = 0; from < due.length; from += atOnce)
    await Promise.all(due.slice(from, from + atOnce).map(tell))
  return counts
}

async function settle(db: Sql, device: DueDevice, answer: PushAnswer, now: Temporal.Instant) {
  if (answer.status >= 200 && answer.status < 300) {
    await markTold(db, device.id, now)
    return 'told' as const
  }
  const failures = device.failures + 1
  const isGone = answer.status === 404 || answer.status === 410
  if (!isGone && failures < mostFailures) {
    await markFailed(db, device.id, failures, retryAt(failures, now, answer.retryAfterSeconds))
    return 'failed' as const
  }
  await transaction(db, async (tx) => {
    await removeDevice(tx, device.memberId, device.id)
    // A browser that took the leave back knows it; one that fell silent would be waited for in vain.
    if (!isGone)
      await addNotices(tx, [device.memberId], { kind: 'reach-push-off', link: '/account/reach' }, now)
  })
  return 'gone' as const
}
