export { isSlow, type Slow, slowHours, slowMinutes, usualSlow, whenNext } from './slow.rules.ts'
export { endSlow, findSlow, listSlowFor, type SlowPlace, setSlow } from './slow.store.ts'
export { SlowHere, SlowNotice } from './slowViews.tsx'
export {
  findHolding,
  type Hiding,
  hidingKinds,
  isHiddenByDecision,
  isUndecided,
  listHiding,
} from './store.ts'
export { HidingNotice, HoldingNotice } from './views.tsx'
export { requireVoice } from './voice.ts'
