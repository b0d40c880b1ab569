import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** What is sealed with it cannot be read from the database alone: the key lies in a file beside it, or in the settings. */
export type SealingKey = Buffer

const keys = new Map<string, SealingKey>()

/** The key of this site: CONTACT_KEY, or `contact.key` in the data folder, made when it is first needed. */
export function sealingKey({ contactKey, dataDir }: Pick<Config, 'contactKey' | 'dataDir'>): SealingKey {
  if (contactKey) return Buffer.from(contactKey, 'hex')
  const known = keys.get(dataDir)
  if (known) return known
  const file = join(dataDir, 'contact.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    // Of two who make it at once, one writes and both read.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error('contact.key in the data folder must be 64 hexadecimal digits.')
  keys.set(dataDir, key)
  return key
}

/** @param about what it is and whose: a box that is moved to another row does not open there */
export function seal(key: SealingKey, about: string, text: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under(key, 'seal'), iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, sealed, cipher.getAuthTag()])
}

/** @returns undefined when it was sealed with another key, about something else, or changed since */
export function unseal(key: SealingKey, about: string, box: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', under(key, 'seal'), box.subarray(0, 12))
    decipher.setAAD(Buffer.from(about)).setAuthTag(box.subarray(-16))
    return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** The same 32 bytes for the same text, from which nobody without the key reads it. */
export function nameOf(key: SealingKey, purpose: string, text: string): Buffer {
  return createHmac('sha256', under(key, purpose)).update(text).digest()
}

function under(key: SealingKey, purpose: string): Buffer {
  return createHmac('sha256', key).update(`newleaf ${purpose}`).digest()
}
