/** The rules of the house. Reports and actions name one of these; the page of rules says each in a sentence. */
export const ruleIds = [
  'sourcing',
  'dosing',
  'promotion',
  'shaming',
  'crisis',
  'method-detail',
  'privacy',
  'age',
  'unlicensed-advice',
] as const
