import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from './errors.ts'

/** How often something may be done, counted in this process's memory only. */
export interface Limits {
  /** Counts one try. Throws a refusal (429) when there were too many. @param key whatever is being limited */
  count(name: string, key: string, allowed: { points: number; seconds: number }): Promise<void>
}

/** Limits in memory: a restart forgets them, and no key is ever written anywhere. */
export function memoryLimits(): Limits {
  const limiters = new Map<string, RateLimiterMemory>()
  return {
    count: async (name, key, { points, seconds }) => {
      const id = `${name} ${points} ${seconds}`
      const limiter =
        limiters.get(id) ?? new RateLimiterMemory({ points, duration: seconds, keyPrefix: name })
      limiters.set(id, limiter)
      try {
        await limiter.consume(key)
      } catch (tooMany) {
        const wait = (tooMany as { msBeforeNext?: number }).msBeforeNext ?? seconds * 1000
        throw new Refusal(429, undefined, { retryAfterSeconds: Math.ceil(wait / 1000) })
      }
    },
  }
}

let secret = { day: '', key: randomBytes(32) }

/**
 * A name for where a request comes from that cannot be turned back and means nothing tomorrow:
 * HMAC, under a key that lives for a day in memory, of the network (/24 or /48) of the address.
 */
export function senderKey(address: string, now: Temporal.Instant): string {
  const day = now.toString().slice(0, 10)
  if (secret.day !== day) secret = { day, key: randomBytes(32) }
  return createHmac('sha256', secret.key).update(networkOf(address)).digest('base64url').slice(0, 22)
}

function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '')
  if (isIPv6(mapped)) return expanded(mapped).slice(0, 3).join(':')
  return mapped.split('.').slice(0, 3).join('.')
}

function expanded(address: string): string[] {
  const [before = '', after] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = (after ?? '').split(':').filter(Boolean)
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].map((group) => group.padStart(4, '0'))
}
