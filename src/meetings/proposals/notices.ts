import type { NoticeKinds } from '../../account/notices/index.ts'
import { t } from './messages.ts'

export const proposalNotices: NoticeKinds = {
  'meeting-proposal': (words, locale) => t(locale)('notice.proposal', words),
  'proposal-accepted': (words, locale) => t(locale)('notice.accepted', words),
  'proposal-refused': (words, locale) => t(locale)('notice.refused', words),
}
