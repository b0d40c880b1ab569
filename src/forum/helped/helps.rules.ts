/**
 * What something may have helped with. Not feeling threatened and not hearing voices: these need a doctor, and a list of
 * what others tried would keep somebody from going. The names are those of the check-in.
 */
export const helpIds = [
  'cravings',
  'insomnia',
  'restlessness',
  'anxiety',
  'low_mood',
  'irritability',
  'aches',
  'nausea',
] as const

export type HelpId = (typeof helpIds)[number]

/** The symptom that an address asks for. */
export function readHelp(asked: string | undefined): HelpId | undefined {
  return helpIds.find((id) => id === asked)
}

/** Only something that helped has helped with something. */
export function helpsOf(kind: string, chosen: HelpId[]): HelpId[] {
  return kind === 'resource' ? chosen : []
}
