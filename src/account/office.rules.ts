import type { Config } from '../platform/config.ts'
import type { Member } from '../platform/web.ts'

interface InOffice {
  role: Member['role']
  roleSince: Temporal.Instant
  hasPasskey: boolean
  passkeyAt: Temporal.Instant | null
}

/** As long as a session of somebody in office. */
export const confirmedHours = 8

/**
 * What a session may do now. A moderator or operator who has a passkey shows it once in eight hours; one who has none yet
 * has some days to add one. Until then they are a member like others, and their office is closed.
 */
export function officeNow(
  { role, roleSince, hasPasskey, passkeyAt }: InOffice,
  config: Pick<Config, 'publicUrl' | 'overTls' | 'passkeyGraceDays' | 'demo'>,
  now: Temporal.Instant,
): Pick<Member, 'role' | 'closed' | 'passkeyBy'> {
  // In a demo everybody has the same passphrase: the first to add a passkey would shut out the others.
  if (role === 'member' || config.demo || !canAskForPasskeys(config)) return { role }
  if (hasPasskey) {
    const isConfirmed =
      passkeyAt !== null && Temporal.Instant.compare(now, passkeyAt.add({ hours: confirmedHours })) < 0
    return isConfirmed ? { role } : { role: 'member', closed: { role, until: 'confirmed' } }
  }
  const passkeyBy = roleSince.add({ hours: config.passkeyGraceDays * 24 })
  return Temporal.Instant.compare(now, passkeyBy) < 0
    ? { role, passkeyBy }
    : { role: 'member', closed: { role, until: 'added' } }
}

/**
 * Browsers know passkeys only for names, and only over TLS or on this very machine. Nobody is asked for what cannot be done:
 * the operator of a site without its address in PUBLIC_URL would be locked out.
 */
export function canAskForPasskeys({ publicUrl, overTls }: Pick<Config, 'publicUrl' | 'overTls'>): boolean {
  if (!publicUrl) return false
  const host = new URL(publicUrl).hostname
  return isLocalName(host) || (overTls && !/^\[|^[\d.]+$/.test(host))
}

export function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}
