export { operations } from './routes.tsx'

import type { PersonalData } from '../platform/personalData.ts'
import { eraseSaid, exportSaid } from '../platform/siteNotice/index.ts'

export const personalData: PersonalData = { slice: 'operations', exportOf: exportSaid, erase: eraseSaid }
