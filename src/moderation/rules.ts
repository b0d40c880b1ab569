/** The decisions of those who keep the place safe. Nothing here reads a clock or a database. */
import { usualSlow } from './measures/index.ts'
import { ruleIds } from './words/index.ts'

/** A post is looked at within: 15 minutes, 4 hours, a day. Source: the work flow of facts on crisis posts, our choice [C]. */
export type Severity = 1 | 2 | 3
export const answerWithin: Record<Severity, { minutes: number }> = {
  1: { minutes: 15 },
  2: { minutes: 4 * 60 },
  3: { minutes: 24 * 60 },
}

/** Said by somebody who does not report the writer but fears for them. */
export const worried = 'worried'

const severities: Record<string, Severity> = {
  'crisis-explicit': 1,
  'crisis-implicit': 2,
  [worried]: 2,
  'method-detail': 2,
  crisis: 1,
  privacy: 2,
  // Somebody new, whom nobody can answer until then.
  held: 2,
}

export function severityOf(category: string): Severity {
  return severities[category] ?? 3
}

/** Posts about a crisis are never held or folded away for being about one. */
export function isAboutCrisis(category: string): boolean {
  return category === worried || category.startsWith('crisis')
}

type RuleId = (typeof ruleIds)[number]

/** The rules that a case is about, by what was noticed and what was said of it. */
export function rulesOf(categories: readonly string[]): RuleId[] {
  const named = new Set(categories.map((category) => (isAboutCrisis(category) ? 'crisis' : category)))
  return ruleIds.filter((rule) => named.has(rule))
}

export const measureKinds = [
  'note',
  'collapse',
  'hold',
  'lock',
  'slow',
  'read_only',
  'suspend',
  'ban',
] as const
export type MeasureKind = (typeof measureKinds)[number]

const readOnlyHours = 24
export const suspendDays = [3, 7, 30, 90] as const

/** Until when a measure holds; null: until it is undone. */
export function untilOf(kind: MeasureKind, days: number, now: Temporal.Instant): Temporal.Instant | null {
  if (kind === 'read_only') return now.add({ hours: readOnlyHours })
  if (kind === 'slow') return now.add({ hours: usualSlow.hours })
  if (kind === 'suspend') return now.add({ hours: 24 * days })
  return null
}

export interface Keeper {
  id: string
  role: 'member' | 'moderator' | 'operator'
}

type Refusal =
  | 'refusal.own'
  | 'refusal.keeper'
  | 'refusal.crisis'
  | 'refusal.crisisBelow'
  | 'refusal.sameKeeper'
  | 'refusal.reporter'
  | 'refusal.decided'
  | 'refusal.claimed'

/** Whether another measure than the one that was chosen is possible. */
export function isChoice(refusal: Refusal): boolean {
  return ['refusal.crisis', 'refusal.crisisBelow', 'refusal.keeper'].includes(refusal)
}

interface CaseState {
  authorId: string | null
  authorRole: string | null
  category: string
  claimedBy: string | null
  claimedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  /** It is about the first post of a topic, and somebody else below it speaks of a crisis. */
  isDarkBelow: boolean
}

export const claimMinutes = 30

/** Who has the case on their desk; left lying, it is free again. */
export function holderOf(
  { claimedBy, claimedAt }: Pick<CaseState, 'claimedBy' | 'claimedAt'>,
  now: Temporal.Instant,
): string | undefined {
  const lapsed = !claimedAt || Temporal.Instant.compare(now, claimedAt.add({ minutes: claimMinutes })) > 0
  return claimedBy && !lapsed ? claimedBy : undefined
}

/** Why this keeper may not decide this case with this measure. */
export function whyNoMeasure(
  keeper: Keeper,
  state: CaseState,
  { kind, hides }: { kind: MeasureKind | 'none'; hides: boolean },
  now: Temporal.Instant,
): Refusal | undefined {
  if (state.closedAt) return 'refusal.decided'
  if (state.authorId === keeper.id) return 'refusal.own'
  const holder = holderOf(state, now)
  if (holder && holder !== keeper.id) return 'refusal.claimed'
  // Keepers answer for what they write like everybody; what they may do is the operator's to decide.
  const isKeeper = state.authorRole === 'moderator' || state.authorRole === 'operator'
  if (isKeeper && keeper.role !== 'operator' && ['read_only', 'suspend', 'ban'].includes(kind))
    return 'refusal.keeper'
  if (isAboutCrisis(state.category) && (hides || ['collapse', 'read_only', 'suspend', 'ban'].includes(kind)))
    return 'refusal.crisis'
  if (state.isDarkBelow && hides) return 'refusal.crisisBelow'
  return undefined
}

interface First {
  memberId: string | null
  moderatorId: string | null
  secondedBy: string | null
  reporterIds: readonly string[]
}

/**
 * A permanent ban needs a second pair of eyes, and so does an appeal: of somebody who has not decided it, who did not
 * say that it needs deciding, and whom it is not about.
 */
export function whyNoSecond(keeper: Pick<Keeper, 'id'>, first: First): Refusal | undefined {
  if (first.memberId === keeper.id) return 'refusal.own'
  if (first.moderatorId === keeper.id || first.secondedBy === keeper.id) return 'refusal.sameKeeper'
  return first.reporterIds.includes(keeper.id) ? 'refusal.reporter' : undefined
}

const appealDays = 30
export const appealAnswerDays = 7
const appealReminderDays = 5

/** Of appeals made before this moment nobody has long to answer. */
export function appealsDueBefore(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: appealReminderDays * 24 })
}

export function isAppealLate(madeAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, madeAt.add({ hours: appealAnswerDays * 24 })) > 0
}

export function mayAppeal(
  measure: { memberId: string | null; madeAt: Temporal.Instant; undoneAt: Temporal.Instant | null },
  memberId: string,
  now: Temporal.Instant,
): boolean {
  return (
    measure.memberId === memberId &&
    !measure.undoneAt &&
    Temporal.Instant.compare(now, measure.madeAt.add({ hours: appealDays * 24 })) < 0
  )
}

/**
 * How often what somebody reported turned out to need a hand, from 0 to 1; one half for who has never reported.
 * Only for the order of the queue: it is shown to nobody.
 */
export function reliability(reporter: { upheld: number; decided: number }): number {
  return (reporter.upheld + 1) / (reporter.decided + 2)
}

interface Queued {
  severity: Severity
  openedAt: Temporal.Instant
  reporters: { upheld: number; decided: number }[]
}

/** The worst first; then what many and reliable people report, weighed against how long it waits. */
export function inOrder<T extends Queued>(cases: T[], now: Temporal.Instant): T[] {
  const weight = ({ reporters, openedAt, severity }: Queued) => {
    const said = reporters.reduce((sum, reporter) => sum + reliability(reporter), 0)
    const waited = openedAt.until(now).total('minutes') / answerWithin[severity].minutes
    return said + 2 * waited
  }
  return cases.toSorted((a, b) => a.severity - b.severity || weight(b) - weight(a))
}

const aftercareHours = { from: 24, to: 72 }

/** When somebody asks how they are; after three days it is late. */
export function aftercareDue(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: aftercareHours.from })
}

export function isLate(dueAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const latest = dueAt.add({ hours: aftercareHours.to - aftercareHours.from })
  return Temporal.Instant.compare(now, latest) > 0
}
