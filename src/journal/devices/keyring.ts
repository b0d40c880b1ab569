import { type Bytes, randomBytes } from '../seal/bytes.ts'
import type { Keyring } from '../store-on-device/deviceStore.ts'
import { isStretchedEnough, leastStretching, type Stretching, usualStretching } from './pin.rules.ts'

/** Argon2id, in a worker of its own. Refused where the memory is not to be had. */
export type Stretch = (pin: string, salt: Bytes, how: Stretching) => Promise<Bytes>

/** The secret under a key that this browser uses and never shows. */
export async function wrapForDevice(secret: Bytes): Promise<Pick<Required<Keyring>, 'wrapping' | 'wrapped'>> {
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  return { wrapping, wrapped: await seal(wrapping, secret) }
}

export async function unwrapOfDevice({ wrapping, wrapped }: Keyring): Promise<Bytes | undefined> {
  return wrapping && wrapped ? open(wrapping, wrapped) : undefined
}

export async function wrapWithPin(
  secret: Bytes,
  pin: string,
  stretch: Stretch,
): Promise<NonNullable<Keyring['pin']>> {
  const salt = randomBytes(16)
  let how = usualStretching
  const stretched = await stretch(pin, salt, how).catch(() => {
    how = leastStretching
    return stretch(pin, salt, how)
  })
  return { salt, ...how, ...(await seal(await keyOf(stretched), secret)) }
}

/** @returns undefined when it is another PIN */
export async function unwrapWithPin(
  { pin: kept }: Keyring,
  pin: string,
  stretch: Stretch,
): Promise<Bytes | undefined> {
  if (!kept || !isStretchedEnough(kept)) return undefined
  return open(await keyOf(await stretch(pin, kept.salt, kept)), kept)
}

const keyOf = (bytes: Bytes) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

async function seal(key: CryptoKey, secret: Bytes): Promise<{ iv: Bytes; box: Bytes }> {
  const iv = randomBytes(12)
  return { iv, box: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret)) }
}

async function open(key: CryptoKey, { iv, box }: { iv: Bytes; box: Bytes }): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box))
  } catch {
    return undefined
  }
}
