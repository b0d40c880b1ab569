export { listChanges } from './changes.store.ts'
export { runFeedCommand } from './feeds/cli.ts'
export { operatorFeeds } from './feeds/routes.tsx'
export { type Filters, readFilters } from './finder/filters.ts'
export { findMeetingIds } from './finder/matching.store.ts'
export { finderPath } from './finder/search.ts'
export { hostingNotices as notices } from './hosting/notices.ts'
export { hostMeetings } from './hosting/routes.tsx'
export { addMeeting } from './hosting/store.ts'
export { jobs as meetingJobs } from './jobs.ts'
export type { UpcomingMeeting } from './meeting.ts'
export { personalData } from './personalData.store.ts'
export { findTown } from './places/store.ts'
export { meetings } from './routes.tsx'
export {
  listMeetingsOfGroup,
  listUpcoming,
  timesForFit,
} from './store.ts'
export { MeetingRow } from './views/row.tsx'
