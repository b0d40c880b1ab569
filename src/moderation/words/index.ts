export { type Category, classify, type Finding, isCrisis } from './classify.rules.ts'
export { ruleIds } from './rules.ts'
