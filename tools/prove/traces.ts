import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Something that must not be found, in every form in which it might have been written down. */
export interface Canary {
  name: string
  forms: Buffer[]
}

export interface Trace {
  name: string
  file: string
}

export function canary(name: string, ...forms: (string | Buffer)[]): Canary {
  return { name, forms: forms.map((form) => Buffer.from(form as string)) }
}

/** A secret as typed, without its separators, and as some program may have encoded it. */
export function secretCanary(name: string, secret: string): Canary {
  const forms = [
    secret,
    secret.replace(/[\s-]/g, ''),
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
  ]
  const packed = [Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')]
  return canary(name, ...new Set([...forms, ...forms.map((form) => form.toLowerCase()), ...packed]))
}

/** An IPv4 address as text, and as the bytes that PostgreSQL's inet type stores for it. */
export function addressCanary(name: string, address: string): Canary {
  const family = 2
  const bits = 32
  return canary(name, address, Buffer.from([family, bits, ...address.split('.').map(Number)]))
}

/** Looks for the canaries in every byte of every file below a folder. */
export function tracesIn(folder: string, canaries: Canary[]): { traces: Trace[]; megabytes: number } {
  const traces: Trace[] = []
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue
    const content = readFileSync(file)
    bytes += content.length
    traces.push(...tracesOf(content, canaries).map((name) => ({ name, file: entry })))
  }
  return { traces, megabytes: bytes / 1e6 }
}

export function tracesOf(content: Buffer, canaries: Canary[]): string[] {
  return canaries.filter(({ forms }) => forms.some((form) => content.includes(form))).map(({ name }) => name)
}
