import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Sql } from '../../src/platform/database/index.ts'

export interface SeededMember {
  id: string
  handle: string
  /** What their browser sends as the cookie. */
  token: string
  /** The secret that their forms carry, masked. */
  formToken: string
}

/** Members who are signed in already: measuring sign-in would measure Argon2. The first is the operator. */
export async function seedMembers(db: Sql, count: number): Promise<SeededMember[]> {
  const members = Array.from({ length: count }, (_, index) => ({
    handle: `leaf-${String(index + 1).padStart(3, '0')}`,
    token: secret(`session ${index}`).toString('base64url'),
    formToken: secret(`form ${index}`).toString('base64url'),
  }))
  // One for all, and a quick one: nobody signs in with it, but a wrong passphrase must be compared with something.
  const passphraseHash = await hash('bench lantern cedar morning', { memoryCost: 1024, timeCost: 1 })
  const rows = await db<{ id: string }[]>`
    insert into members ${db(
      members.map(({ handle }, index) => ({
        handle,
        handleKey: handle,
        passphraseHash,
        recoveryHash: 'nobody recovers with this',
        role: index === 0 ? 'operator' : 'member',
        showsDay: index % 3 === 0,
        lastDoseOn: index % 2 === 0 ? '2026-10-01' : null,
        // Not new: a new member writes five posts a day.
        vouchedAt: new Date(),
      })),
    )} returning id`
  const seeded = members.map((member, index) => ({ ...member, id: rows[index]?.id ?? '' }))
  await db`insert into sessions ${db(
    seeded.map(({ id, token, formToken }) => ({
      tokenHash: createHash('sha256').update(token).digest(),
      memberId: id,
      formToken,
      label: 'bench',
      expiresAt: new Date(Date.now() + 30 * 24 * 3600 * 1000),
    })),
  )}`
  return seeded
}

function secret(name: string): Buffer {
  return createHash('sha256').update(name).digest()
}
