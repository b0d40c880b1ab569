export { findHolding, type Holding } from './store.ts'
