export { lookAgain } from './before.rules.ts'
export { type Category, classify, isCrisis } from './classify.rules.ts'
export { ruleIds } from './rules.ts'
export {
  AfterCrisis,
  BeforeSending,
  beforeSendingIsland,
  beforeSendingSheet,
} from './views/beforeSending.tsx'
