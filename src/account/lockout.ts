/**
 * Failed sign-ins, counted per handle or per device that signed in before, in memory only.
 * Our own and not the limiter of the platform, because the delay grows and the tests bring their own clock.
 * The keys are HMACs that the caller makes, so that a dump of the memory names nobody.
 */
export interface Lockout {
  /** Whole seconds to wait before the next try, 0 when it may be made now. */
  secondsToWait(key: string, now: Temporal.Instant): number
  failed(key: string, now: Temporal.Instant): void
  succeeded(key: string): void
}

const freeTries = 5
const firstDelaySeconds = 15
const longestDelaySeconds = 15 * 60
const forgottenAfterMinutes = 60
const mostKeys = 50_000

interface Failures {
  count: number
  lastAt: number
}

/** 0 for the first five failures, then 15 s, 30 s, 1 min … up to 15 minutes. */
export function delayAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(firstDelaySeconds * 2 ** (failures - freeTries), longestDelaySeconds)
}

export function openLockout(): Lockout {
  const failures = new Map<string, Failures>()

  function current(key: string, now: Temporal.Instant): Failures {
    const found = failures.get(key)
    if (found && now.epochMilliseconds - found.lastAt < forgottenAfterMinutes * 60_000) return found
    failures.delete(key)
    return { count: 0, lastAt: 0 }
  }

  return {
    secondsToWait(key, now) {
      const { count, lastAt } = current(key, now)
      const waited = (now.epochMilliseconds - lastAt) / 1000
      return Math.max(0, Math.ceil(delayAfter(count) - waited))
    },
    failed(key, now) {
      const { count } = current(key, now)
      failures.delete(key)
      failures.set(key, { count: count + 1, lastAt: now.epochMilliseconds })
      // The oldest goes first; a flood of made-up handles cannot fill the memory.
      if (failures.size > mostKeys) for (const oldest of failures.keys().take(1)) failures.delete(oldest)
    },
    succeeded(key) {
      failures.delete(key)
    },
  }
}
