import type { NoticeKinds } from '../account/notices/index.ts'
import type { PersonalData } from '../platform/personalData.ts'
import { notices as followingNotices } from './following/notices.ts'
import { letWordsLeave, removeLeaving } from './leaving/leaving.store.ts'
import { exportPosts, forgetAuthor } from './members.store.ts'
import { t } from './messages.ts'

export { greetersNow, greetersTag } from './answered/greeters.store.ts'
export { listHelped } from './helped/helped.store.ts'
export { readHelp } from './helped/helps.rules.ts'
export { helpedTags } from './helped/routes.tsx'
export { drawnAhead, forumJobs } from './jobs.ts'
export { type Glance, glanceAtPosts, glanceKey } from './keepers/glance.store.ts'
export {
  changePace,
  collapsePost,
  findKeptPost,
  holdPost,
  type KeptPost,
  listAround,
  listHeld,
  lockTopic,
  releasePost,
  unlockTopic,
} from './keepers/handling.store.ts'
export { activityOfGroups } from './members.store.ts'
export { getTopicToRead } from './reading.ts'
export { addReply } from './replies.store.ts'
export { findSpaceNamed, getSpace, placeOf } from './spaces/spaces.store.ts'
export { listTopics, listTopicsOfGroup, listWaitingTopics, type TopicSummary } from './store.ts'
export { TopicRow, WaitingRow } from './views/topicRow.tsx'
export { addTopic } from './writing.store.ts'

/** What members are told of, in words. A title that not everybody may read is not among them. */
export const notices: NoticeKinds = {
  ...followingNotices,
  thanks: ({ title }, locale) =>
    title ? t(locale)('notice.thanks', { title }) : t(locale)('notice.thanksPlain'),
}

export const personalData: PersonalData = {
  slice: 'forum',
  exportOf: exportPosts,
  erase: async (tx, memberId, { words, now }) => {
    if (words === 'remove') await letWordsLeave(tx, memberId)
    await forgetAuthor(tx, memberId, t('en')('author.former'))
    if (words === 'remove') await removeLeaving(tx, now)
  },
}
