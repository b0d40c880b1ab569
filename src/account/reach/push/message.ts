import { generateKeyPairSync } from 'node:crypto'
import { buildPushPayload } from '@block65/webcrypto-web-push'
import type { Config } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/index.ts'
import { seal, sealingKey, unseal } from '../../../platform/sealing.ts'
import { t } from '../messages.ts'
import type { Wording } from '../rules.ts'
import { findOrKeepKey, type PushKey } from './store.ts'

/** Where a browser wants to be told, as it says itself. */
export interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
}

export interface PushRequest {
  headers: Record<string, string>
  body: Uint8Array
}

let known: { db: Database; key: PushKey } | undefined

/** Made at the first need, and kept in the database: with another one no device could be reached any more. */
export async function pushKey(db: Database): Promise<PushKey> {
  if (known?.db === db) return known.key
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const key = await findOrKeepKey(db, { publicKey: point.toString('base64url'), privateKey: d })
  known = { db, key }
  return key
}

const aboutDevice = (memberId: string) => `push ${memberId}`

export function sealSubscription(config: Config, memberId: string, subscription: Subscription): Buffer {
  return seal(sealingKey(config), aboutDevice(memberId), JSON.stringify(subscription))
}

export function unsealSubscription(config: Config, memberId: string, box: Buffer): Subscription | undefined {
  const text = unseal(sealingKey(config), aboutDevice(memberId), box)
  return text === undefined ? undefined : (JSON.parse(text) as Subscription)
}

/** A day: what was not shown by then waits on the site. */
const keptSeconds = 24 * 3600

/**
 * What goes to the push service: words of ours, the same for everybody who chose them, encrypted for the one browser. The library
 * fills every message up to the same 4,096 bytes.
 */
export async function writePush(
  { endpoint, p256dh, auth }: Subscription,
  said: { wording: Wording; locale: string; isUrgent: boolean },
  key: PushKey,
  config: Config,
): Promise<PushRequest> {
  const say = t(said.locale)
  const { headers, body } = await buildPushPayload(
    {
      data: { title: say(`say.${said.wording}.title`), body: say(`say.${said.wording}.body`) },
      // The topic lets a newer one take the place of one that still waits there.
      options: { ttl: keptSeconds, topic: 'news', urgency: said.isUrgent ? 'high' : 'normal' },
    },
    { endpoint, expirationTime: null, keys: { p256dh, auth } },
    { ...key, subject: config.overTls && config.publicUrl ? config.publicUrl : 'https://localhost' },
  )
  return { headers, body }
}
