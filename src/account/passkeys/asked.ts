import { staysHere } from '../../design/staysHere.ts'

/**
 * What the site asks of a device, without its extensions: one of them (PRF) makes a passkey answer with a key, and the
 * keys of this device are none of the server's business.
 */
export function plain<Options extends object>(options: Options): Omit<Options, 'extensions'> {
  const { extensions: _, ...rest } = options as Options & { extensions?: unknown }
  return rest as Omit<Options, 'extensions'>
}

/** Whether a passkey is one that opens something on this device alone. Browsers offer it beside those of accounts. */
export function isForHere(userHandle: string | undefined): boolean {
  if (!userHandle) return false
  return atob(userHandle.replaceAll('-', '+').replaceAll('_', '/')).startsWith(staysHere)
}
