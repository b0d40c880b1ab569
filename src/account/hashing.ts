import { hash, verify } from '@node-rs/argon2'

// Argon2id, RFC 9106's second recommended choice (64 MiB, 3 passes); OWASP asks for at least 19 MiB and 2.
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

// Each hash holds 64 MiB, so that only two run at once: a rush of sign-ins waits instead of filling the memory.
const atOnce = 2
const mostWaiting = 100
let running = 0
const waiting: (() => void)[] = []

/** `true` when so many wait already that a new one should be asked to come back. */
export function hashingIsBusy(): boolean {
  return waiting.length >= mostWaiting
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((start) => waiting.push(start))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export function hashSecret(secret: string): Promise<string> {
  return inTurn(() => hash(secret, cost))
}

let dummy: Promise<string> | undefined

/** The same work whether there is a hash or not, so that the time does not tell whether a handle exists. */
export async function isSecret(secret: string, stored: string | undefined): Promise<boolean> {
  dummy ??= hashSecret('nobody has this passphrase')
  const standIn = await dummy
  const right = await inTurn(() => verify(stored ?? standIn, secret))
  return right && stored !== undefined
}
