import type { NoticeKinds } from '../account/notices/index.ts'
import { hostingNotices } from './hosting/notices.ts'
import { proposalNotices } from './proposals/notices.ts'

/** What members are told about meetings. */
export const notices: NoticeKinds = { ...hostingNotices, ...proposalNotices }
