export { faultsIn, forbiddenIn } from './claims.rules.ts'
export { guide } from './routes.tsx'
export { daySchema, sourcesSchema } from './sources.ts'
export { SourceList } from './views/sources.tsx'
