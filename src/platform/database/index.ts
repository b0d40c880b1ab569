export { connect, connectPlain, type Sql } from './connect.ts'
export { migrate } from './migrate.ts'
export { type OpenDatabase, openDatabase } from './open.ts'
export { Rounds, roundsOn, someOf } from './rounds.ts'
export {
  type Database,
  isConnectionLost,
  notifyChannel,
  onTagsChanged,
  type Transaction,
  transaction,
} from './transaction.ts'
