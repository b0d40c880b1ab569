import type { NoticeKinds } from '../../account/notices/index.ts'
import { t } from './hostingMessages.ts'

export const notices: NoticeKinds = {
  'group-invited': (words, locale) => t(locale)('notice.invited', words),
  'group-handover': (words, locale) => t(locale)('notice.handover', words),
  'group-accepted': (words, locale) => t(locale)('notice.accepted', words),
  'group-declined': (words, locale) => t(locale)('notice.declined', words),
}
