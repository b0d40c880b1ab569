export { findHolding } from './store.ts'
export { HoldingNotice } from './views.tsx'
