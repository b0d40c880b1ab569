import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/database/index.ts'
import type { PersonalData } from '../../platform/personalData.ts'
import type { NoticeKinds } from '../notices/index.ts'
import { unsealAddress } from './mail/letters.ts'
import { findAddress, removeAddress } from './mail/store.ts'
import { t } from './messages.ts'
import { exportDevices, forgetDevices } from './push/store.ts'

export { reachJobs } from './jobs.ts'
export { confirmLinks, stopLinks } from './mail/links.routes.tsx'
export { reach } from './routes.tsx'

export const notices: NoticeKinds = {
  'reach-push-off': (_, locale) => t(locale)('notice.push_off'),
  'reach-mail-off': (_, locale) => t(locale)('notice.mail_off'),
}

/** Sealed as it lies in the database, open in its owner's own export: the settings have the key. */
export const reachData = (config: Config): PersonalData => ({
  slice: 'reach',
  exportOf: async (db, memberId) => ({
    devices: await exportDevices(db, memberId),
    mail: await exportAddress(config, db, memberId),
  }),
  erase: async (tx, memberId) => {
    await forgetDevices(tx, memberId)
    await removeAddress(tx, memberId)
  },
})

async function exportAddress(config: Config, db: Database, memberId: string): Promise<unknown> {
  const row = await findAddress(db, memberId)
  if (!row) return null
  const { sealed, pace, hour, zone, kinds, addedAt, confirmedAt } = row
  const address = unsealAddress(config, memberId, sealed)
  return { address, pace, hour, zone, kinds, addedAt, confirmedAt }
}
