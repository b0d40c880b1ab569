export { importFeed, jobs as meetingJobs } from './jobs.ts'
