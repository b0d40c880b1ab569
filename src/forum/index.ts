import type { PersonalData } from '../platform/personalData.ts'
import { exportPosts, forgetAuthor } from './members.store.ts'

export { drawnAhead, forumJobs } from './jobs.ts'
export { activityOfGroups } from './members.store.ts'
export { getSpace } from './spaces/spaces.store.ts'
export { listTopics, listTopicsOfGroup, listWaitingTopics, type TopicSummary } from './store.ts'
export { TopicRow, WaitingRow } from './views/topicRow.tsx'
export { addReply, addTopic } from './writing.store.ts'

export const personalData: PersonalData = { slice: 'forum', exportOf: exportPosts, erase: forgetAuthor }
