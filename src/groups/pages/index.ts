import type { PersonalData } from '../../platform/personalData.ts'
import { exportMemberships, forgetMemberships } from './members.store.ts'

export const personalData: PersonalData = {
  slice: 'groups',
  exportOf: exportMemberships,
  erase: forgetMemberships,
}

export { notices } from './notices.ts'
