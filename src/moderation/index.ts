import type { NoticeKinds } from '../account/notices/index.ts'
import type { PersonalData } from '../platform/personalData.ts'
import { t } from './messages.ts'
import { exportModeration, forgetModeration } from './personalData.store.ts'

export { moderationJobs } from './jobs.ts'
export { checkLog, readSeen } from './log/index.ts'
export { moderation } from './routes.tsx'

export const notices: NoticeKinds = {
  'moderation-looked': (_words, locale) => t(locale)('notice.looked'),
  'moderation-decided': (_words, locale) => t(locale)('notice.decided'),
  'moderation-appealed': (_words, locale) => t(locale)('notice.appealed'),
  'moderation-let-in': (_words, locale) => t(locale)('notice.letIn'),
  'moderation-appeal-waits': (_words, locale) => t(locale)('notice.appealWaits'),
  'moderation-second': (_words, locale) => t(locale)('notice.second'),
  'moderation-aftercare': (_words, locale) => t(locale)('notice.aftercare'),
  'moderation-case': ({ minutes }, locale) => t(locale)('notice.case', { minutes: Number(minutes) }),
}

export const personalData: PersonalData = {
  slice: 'moderation',
  exportOf: exportModeration,
  erase: forgetModeration,
}
