import type { Config } from '../../platform/config.ts'
import type { PersonalData } from '../../platform/personalData.ts'
import type { NoticeKinds } from '../notices/index.ts'
import { t } from './messages.ts'
import { exportDevices, forgetDevices } from './push/store.ts'

export { reachJobs } from './jobs.ts'
export { reach } from './routes.tsx'

export const notices: NoticeKinds = {
  'reach-push-off': (_, locale) => t(locale)('notice.push_off'),
}

export const reachData = (_config: Config): PersonalData => ({
  slice: 'reach',
  exportOf: async (db, memberId) => ({ devices: await exportDevices(db, memberId) }),
  erase: (tx, memberId) => forgetDevices(tx, memberId),
})
