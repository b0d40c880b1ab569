export { checkLog } from './checkLog.ts'
export { addToLog, listLog } from './log.store.ts'
export { type LogEntry, readSeen } from './logChain.ts'
