export { attendance } from './attendance/routes.tsx'
export { listPlans } from './attendance/store.ts'
export { listChanges, type MeetingChange } from './changes.store.ts'
export { runFeedCommand } from './feeds/cli.ts'
export { operatorFeeds } from './feeds/routes.tsx'
export { typeCodes } from './feeds/typeCodes.ts'
export { type Filters, readFilters } from './finder/filters.ts'
export { findMeetingIds, searchUpcoming } from './finder/matching.store.ts'
export { finderPath } from './finder/search.ts'
export { hostMeetings } from './hosting/routes.tsx'
export type { Difference } from './hosting/said.ts'
export { addMeeting } from './hosting/store.ts'
export { endMeetingsOfGroup } from './hosting/tell.ts'
export { Differences } from './hosting/views/difference.tsx'
export { jobs as meetingJobs } from './jobs.ts'
export type { Access, AgendaPart, UpcomingMeeting } from './meeting.ts'
export { notices } from './notices.ts'
export { personalData } from './personalData.store.ts'
export { foldText } from './places/place.ts'
export { findTown } from './places/store.ts'
export { hostSuggestions, operatorSuggestions } from './proposals/queue.routes.tsx'
export { suggestions } from './proposals/suggest.routes.tsx'
export { SuggestionsCard } from './proposals/views/operatorCard.tsx'
export { changedOccurrences, isDateOf, isSaid } from './recurrence/changes.ts'
export {
  datesBetween,
  type IsoDay,
  type Recurrence,
  startOn,
  type WeekOfMonth,
} from './recurrence/recurrence.ts'
export { meetings } from './routes.tsx'
export {
  listGroupIdsOn,
  listMeetingsOfGroup,
  listUpcoming,
  timesForFit,
} from './store.ts'
export { MeetingRow } from './views/row.tsx'
export { dayName, typeName } from './words.ts'
