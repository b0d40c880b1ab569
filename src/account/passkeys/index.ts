import type { PersonalData } from '../../platform/personalData.ts'
import type { NoticeKinds } from '../notices/index.ts'
import { t } from './messages.ts'
import { erasePasskeys, exportPasskeys } from './store.ts'

export { passkeyJobs } from './jobs.ts'
export { forgetPasskeys } from './lost.ts'
export { passkeys } from './routes.tsx'
export { passkeySignIn } from './signIn.routes.tsx'

export const notices: NoticeKinds = {
  'passkey-added': (_, locale) => t(locale)('notice.added'),
  'passkey-removed': (_, locale) => t(locale)('notice.removed'),
}

export const personalData: PersonalData = {
  slice: 'passkeys',
  exportOf: exportPasskeys,
  erase: erasePasskeys,
}
