import { createHash } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Database } from '../../platform/database/index.ts'
import { newToken } from '../../platform/sessions.ts'
import type { Bound } from './address.ts'
import {
  addChallenge,
  findCredential,
  listCredentials,
  type Purpose,
  type StoredPasskey,
  spendChallenge,
} from './store.ts'

/** How long a device may take to answer. */
const patienceMinutes = 5

// Its readers of certificates take some megabytes; most visits of most sites never need them.
const library = () => import('@simplewebauthn/server')

interface Asking {
  db: Database
  bound: Bound
  now: Temporal.Instant
}

async function challengeFor({ db, now }: Asking, purpose: Purpose, memberId: string | null) {
  const challenge = newToken()
  await addChallenge(db, challenge, purpose, memberId, now.add({ minutes: patienceMinutes }))
  return Buffer.from(challenge, 'base64url')
}

/** What a device is asked to make. It is told no more of the member than the handle that everybody sees. */
export async function askToAdd(
  asking: Asking,
  member: { id: string; handle: string },
  siteName: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await listCredentials(asking.db, member.id)
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: asking.bound.rpId,
    userName: member.handle,
    // The same for all keys of one member, so that a device shows them as one account.
    userID: new Uint8Array(createHash('sha256').update(`newleaf member ${member.id}`).digest()),
    challenge: await challengeFor(asking, 'add', member.id),
    attestationType: 'none',
    excludeCredentials: own.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What a device is asked to sign. @param memberId whose passkeys may answer; null: whoever is there */
export async function askToShow(
  asking: Asking,
  purpose: 'enter' | 'confirm',
  memberId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const own = memberId === null ? [] : await listCredentials(asking.db, memberId)
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: asking.bound.rpId,
    challenge: await challengeFor(asking, purpose, memberId),
    userVerification: 'required',
    allowCredentials: own.map(described),
  })
}

const described = ({ credentialId, transports }: StoredPasskey) => ({
  id: credentialId.toString('base64url'),
  transports: transports as AuthenticatorTransport[],
})

/** The new passkey in a device's answer, or undefined when it is none that we asked for. */
export async function readNewPasskey(
  { db, bound, now }: Asking,
  memberId: string,
  typed: unknown,
): Promise<Omit<StoredPasskey, 'id'> | undefined> {
  const response = parse<RegistrationResponseJSON>(typed)
  if (!response) return undefined
  const { verifyRegistrationResponse } = await library()
  try {
    const { registrationInfo, verified } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(db, challenge, 'add', memberId, now),
      expectedOrigin: bound.origin,
      expectedRPID: bound.rpId,
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { credential } = registrationInfo
    return {
      memberId,
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((one) => /^[a-z-]{2,20}$/.test(one)).slice(0, 8),
    }
  } catch {
    // The library throws a sentence for each thing that does not fit; the visitor is told one for all.
    return undefined
  }
}

/** Whose passkey signed the answer, and its new count; undefined when nothing of it may be believed. */
export async function readShown(
  { db, bound, now }: Asking,
  purpose: 'enter' | 'confirm',
  memberId: string | null,
  typed: unknown,
): Promise<{ passkey: StoredPasskey; counter: number } | undefined> {
  const response = parse<AuthenticationResponseJSON>(typed)
  const passkey =
    typeof response?.id === 'string'
      ? await findCredential(db, Buffer.from(response.id, 'base64url'))
      : undefined
  if (!response || !passkey || (memberId !== null && passkey.memberId !== memberId)) return undefined
  const { verifyAuthenticationResponse } = await library()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(db, challenge, purpose, memberId, now),
      expectedOrigin: bound.origin,
      expectedRPID: bound.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    return verified ? { passkey, counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}

/** Longer than any device's answer, shorter than what would be work to read. */
const longestAnswer = 20_000

function parse<T>(typed: unknown): T | undefined {
  if (typeof typed !== 'string' || typed.length > longestAnswer) return undefined
  try {
    const value: unknown = JSON.parse(typed)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}
