import type { PersonalData } from '../../platform/personalData.ts'
import { eraseSignals, exportSignals } from './store.ts'

export { t as sayTrust } from './messages.ts'
export { isLimited, levelOf, mayLink, type Standing, whyNoPost, willBeHeld } from './rules.ts'
export { forgetSignals, getStanding, isDarkBelow, keepSignals, listUnseenSignals } from './store.ts'
export { HeldNotice } from './views.tsx'

export const personalData: PersonalData = {
  slice: 'signals',
  exportOf: exportSignals,
  erase: eraseSignals,
}
