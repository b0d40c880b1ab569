import { createHmac, randomBytes } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as v from 'valibot'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { findOrKeepKey, useUp } from './store.ts'

// About a second on a phone: PBKDF2 with cost 1000, two to six thousand times.
const cost = 1000
const counter = { least: 2000, most: 6000 }
const lastsSeconds = 20 * 60

/** A sum that takes a device about a second, signed, good for twenty minutes. */
export async function newChallenge(db: Database, now: Temporal.Instant): Promise<Challenge> {
  const until = Math.floor(now.epochMilliseconds / 1000) + lastsSeconds
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(counter.most, counter.least),
    deriveKey,
    data: { until },
    ...(await secretsOf(db)),
  })
}

const payloadForm = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal('PBKDF2/SHA-256'),
      nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      cost: v.literal(cost),
      keyLength: v.literal(32),
      keyPrefix: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      keySignature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      data: v.object({ until: v.number() }),
    }),
    signature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  solution: v.object({
    counter: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    derivedKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
})

export interface Proof {
  signature: string
  until: Temporal.Instant
}

/** The proof that a form brings, when it is one of ours, solved and not too old. Whether it was used is asked later. */
export async function readProof(
  db: Database,
  sent: unknown,
  now: Temporal.Instant,
): Promise<Proof | undefined> {
  const read = v.safeParse(payloadForm, parse(sent))
  if (!read.success) return undefined
  const { challenge, solution } = read.output
  const until = Temporal.Instant.fromEpochMilliseconds(challenge.parameters.data.until * 1000)
  if (Temporal.Instant.compare(until, now) < 0) return undefined
  const { verified } = await verifySolution({
    challenge: challenge as Challenge,
    solution: solution as Solution,
    deriveKey,
    ...(await secretsOf(db)),
  })
  return verified ? { signature: challenge.signature, until } : undefined
}

/** @returns false for one that was used before */
export function useProof(tx: Transaction, { signature, until }: Proof): Promise<boolean> {
  return useUp(tx, signature, until)
}

function parse(sent: unknown): unknown {
  if (typeof sent !== 'string' || sent.length > 2000) return undefined
  try {
    return JSON.parse(sent)
  } catch {
    return undefined
  }
}

let secrets: Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> | undefined

function secretsOf(db: Database) {
  secrets ??= findOrKeepKey(db, randomBytes(32)).then((key) => ({
    hmacSignatureSecret: createHmac('sha256', key).update('challenge').digest('hex'),
    hmacKeySignatureSecret: createHmac('sha256', key).update('solution').digest('hex'),
  }))
  secrets.catch(() => {
    secrets = undefined
  })
  return secrets
}
