export { lookAgain } from './before.rules.ts'
export { type Category, classify, isCrisis } from './classify.rules.ts'
export { ruleIds } from './rules.ts'
export {
  AfterCrisis,
  AfterFear,
  BeforeSending,
  beforeSendingIsland,
  beforeSendingSheet,
} from './views/beforeSending.tsx'
export { RuleHere } from './views/ruleHere.tsx'
