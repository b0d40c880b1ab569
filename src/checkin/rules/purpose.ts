import type { CompleteAnswers } from './answers.ts'

// By then the acute phase is over for nearly everybody, and people look for company in staying stopped.
const staysStoppedAfterHours = 14 * 24

/** What somebody looks for in a group, by what they do now. It is the one thing that may travel in an address. */
export function purposeOf({
  goal,
  hoursSince,
}: CompleteAnswers): 'stop' | 'cut_down' | 'stay_stopped' | 'unsure' {
  if (goal === 'thinking') return 'unsure'
  if (goal === 'cutting_down') return 'cut_down'
  return hoursSince !== undefined && hoursSince > staysStoppedAfterHours ? 'stay_stopped' : 'stop'
}
