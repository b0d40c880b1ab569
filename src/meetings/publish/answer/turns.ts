/** How many lists are made at once: the rest of the site goes on beside them. */
const atOnce = 3

const waiting: (() => void)[] = []
let running = 0

/** Who asks for the same thing as somebody before waits for theirs, which is then kept. */
const byKey = new WeakMap<object, Map<string, Promise<unknown>>>()

/** One after the other for the same key. @param of what a key means something to: the database of one site */
export async function inTurn<T>(of: object, key: string, work: () => Promise<T>): Promise<T> {
  const keys = byKey.get(of) ?? new Map<string, Promise<unknown>>()
  byKey.set(of, keys)
  const mine = (keys.get(key) ?? Promise.resolve()).catch(() => undefined).then(work)
  keys.set(key, mine)
  try {
    return await mine
  } finally {
    if (keys.get(key) === mine) keys.delete(key)
  }
}

/** A few at a time, of whatever key. */
export async function withPlace<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
