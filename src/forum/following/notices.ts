import type { NoticeKinds } from '../../account/notices/index.ts'
import { t as answeredWords } from '../answered/messages.ts'
import { t } from './messages.ts'

/** The sentences of what the forum tells members. */
export const notices: NoticeKinds = {
  'forum-answer': (words, locale) => t(locale)('notice.answer', withTitle(words)),
  'forum-quoted': (words, locale) => t(locale)('notice.quoted', withTitle(words)),
  'forum-back': (words, locale) => t(locale)('notice.back', withTitle(words)),
  'forum-followed': (words, locale) => t(locale)('notice.followed', withTitle(words)),
  'forum-space': (words, locale) => t(locale)('notice.space', words),
  'forum-return': (words, locale) => t(locale)('notice.return', words),
  'forum-waiting': (words, locale) => answeredWords(locale)('notice.waiting', withTitle(words)),
  'forum-waiting-long': (words, locale) => answeredWords(locale)('notice.waitingLong', withTitle(words)),
}

/** The title of a conversation that is not for everybody is left out. */
function withTitle(words: Record<string, string>): Record<string, string> {
  return { ...words, title: words.title || 'none' }
}
