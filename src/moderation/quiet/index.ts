import type { PersonalData } from '../../platform/personalData.ts'
import { eraseQuiet, exportQuiet } from './store.ts'

export { foldedTag, isBlockedBetween, listFolded } from './store.ts'
export { AboutWriter, sayFolded } from './views.tsx'

export const personalData: PersonalData = { slice: 'quiet', exportOf: exportQuiet, erase: eraseQuiet }
