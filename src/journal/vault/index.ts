export { vaultJobs } from './jobs.ts'
export { vault } from './routes.ts'
