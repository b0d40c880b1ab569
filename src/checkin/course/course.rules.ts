/** What the numbers rest on; the check-in lists them with their links. */
type CourseSource = 'community' | 'swogger_2022' | 'vicknasingam_2020' | 'tanna_2022' | 'newleaf_course'

/**
 * The typical course in hours and days since the last dose. No study found a clean hour-by-hour curve: every number here is a
 * careful default to be read by a clinician, and is only ever shown as a range.
 */
export interface Course {
  id: 'leaf' | 'concentrated'
  /** The earliest that some people notice something. */
  firstHours: number
  onsetHours: readonly [number, number]
  /** Day 2 means 48 to 71 hours; both days are inside. */
  peakDays: readonly [number, number]
  acuteEndDays: readonly [number, number]
  /** The earliest and the latest end of the acute phase that was found. */
  acuteEndRangeDays: readonly [number, number]
  sources: CourseSource[]
}

export const leaf: Course = {
  id: 'leaf',
  firstHours: 6,
  onsetHours: [12, 48],
  peakDays: [2, 4],
  acuteEndDays: [5, 10],
  acuteEndRangeDays: [3, 14],
  sources: ['community', 'swogger_2022', 'vicknasingam_2020', 'tanna_2022', 'newleaf_course'],
}

export const concentrated: Course = {
  id: 'concentrated',
  firstHours: 4,
  onsetHours: [4, 24],
  peakDays: [1, 3],
  acuteEndDays: [5, 14],
  acuteEndRangeDays: [5, 14],
  sources: ['swogger_2022', 'tanna_2022', 'newleaf_course'],
}

/** Uneven sleep and mood last for weeks with both; "the same or longer" for extracts and 7-OH. */
export const tailWeeks = { typical: [2, 8], longestMonths: 3 } as const

const lastTailDay = 91

export type Phase =
  | 'before'
  | 'beginning'
  | 'steep'
  | 'easing'
  | 'lingering'
  | 'tail'
  | 'late_tail'
  | 'beyond'

/** Where most people are, this many hours after the last dose. */
export function phaseAt(course: Course, hours: number): Phase {
  const day = dayOf(hours)
  if (hours < course.firstHours) return 'before'
  if (day < course.peakDays[0]) return 'beginning'
  if (day <= course.peakDays[1]) return 'steep'
  if (day <= course.acuteEndDays[1]) return 'easing'
  if (day <= course.acuteEndRangeDays[1]) return 'lingering'
  if (day <= tailWeeks.typical[1] * 7) return 'tail'
  if (day <= lastTailDay) return 'late_tail'
  return 'beyond'
}

/** Day 1 begins 24 hours after the last dose, as people leaving kratom count it. */
export const dayOf = (hours: number) => Math.floor(hours / 24)

/** A part of the course in whole days since the last dose; the last one has no end. */
export interface Part {
  phase: Exclude<Phase, 'before'>
  from: number
  to: number | undefined
}

/** The course as a row of parts, for a picture in words. */
export function partsOf(course: Course): Part[] {
  const ends: [Part['phase'], number | undefined][] = [
    ['beginning', course.peakDays[0] - 1],
    ['steep', course.peakDays[1]],
    ['easing', course.acuteEndDays[1]],
    ['lingering', course.acuteEndRangeDays[1]],
    ['tail', tailWeeks.typical[1] * 7],
    ['late_tail', lastTailDay],
    ['beyond', undefined],
  ]
  let from = 0
  const parts: Part[] = []
  for (const [phase, to] of ends) {
    // A phase that this course does not have ends where the one before it did.
    if (to !== undefined && to < from) continue
    parts.push({ phase, from, to })
    from = (to ?? 0) + 1
  }
  return parts
}
