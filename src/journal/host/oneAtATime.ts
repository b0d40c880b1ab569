import type { Exclusive } from '../book/held.ts'

/** A queue within this worker. */
export function queue(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}

/** One at a time across all tabs of this browser. */
export function acrossTabs(name: string): Exclusive {
  const own = queue()
  if (!('locks' in navigator)) return own
  return (work) => own(() => navigator.locks.request(name, work) as ReturnType<typeof work>)
}
