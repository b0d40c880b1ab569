import type { PersonalData } from '../../platform/personalData.ts'
import { eraseNotices, exportNotices } from './store.ts'

export { noticeJobs } from './jobs.ts'
export type { NoticeKinds } from './kinds.ts'
export { notices } from './routes.tsx'
export { addAllNotices, addNotices, type Telling, takeBackNotices, takeBackTitles } from './store.ts'

export const personalData: PersonalData = {
  slice: 'notices',
  exportOf: exportNotices,
  erase: eraseNotices,
}
