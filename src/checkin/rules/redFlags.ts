import { type Advice, advice, type FlagCode, type Line, type Urgency } from './advice.ts'
import type { Answers, OtherSubstance } from './answers.ts'

/** A red flag as shown: what to do, which numbers belong to it, and what it rests on. */
export interface Flag extends Advice {
  code: FlagCode
  urgency: Urgency
  /** Sentences of the catalogue, in the order in which to do them. */
  lines: Line[]
}

const sedatives: OtherSubstance[] = ['alcohol', 'benzodiazepines', 'ghb_phenibut', 'barbiturates']
const breathStoppers: OtherSubstance[] = [...sedatives, 'opioids', 'gabapentinoids']
const order: Urgency[] = ['emergency', 'same_day', 'soon']

/** Every red flag in the answers, the most urgent first. Nothing here is a score, and none of it is a diagnosis. */
export function findFlags(answers: Answers): Flag[] {
  const found = rules.flatMap((rule) => rule(answers) ?? [])
  return found.sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency))
}

export const isEmergency = (flags: Flag[]) => mostUrgent(flags) === 'emergency'

/** The flags come sorted, so the first one leads the page. */
export const mostUrgent = (flags: Flag[]): Urgency | undefined => flags[0]?.urgency

// In the order in which they are shown within one urgency: a person who is not breathing has minutes.
const rules: ((answers: Answers) => Flag | undefined)[] = [
  notBreathing,
  bodyInDanger,
  mindInDanger,
  suicidalThoughts,
  stoppingSedatives,
  losingFluids,
  liverSigns,
  pregnancy,
  fever,
  paranoia,
  opioidBlockers,
  doctorFirst,
  tooMuch,
  riskyRemedies,
  stoppingGabapentinoids,
  lowMood,
  bodyLongAfter,
]

function raise(code: FlagCode, urgency: Urgency, ...lines: (Line | false)[]): Flag {
  return { code, urgency, lines: lines.filter((line) => line !== false), ...advice[code] }
}

function notBreathing({ danger }: Answers) {
  if (!danger.includes('not_waking')) return
  return raise('RF5', 'emergency', 'call_now', 'naloxone_now', 'naloxone_anyway', 'on_their_side', 'stay')
}

function bodyInDanger(answers: Answers) {
  if (!answers.danger.includes('seizure_chest')) return
  return raise(
    'RF2',
    'emergency',
    'call_now',
    'not_alone',
    stoppedSedatives(answers) && 'say_stopped',
    'say_all',
  )
}

function mindInDanger(answers: Answers) {
  const confused = answers.danger.includes('confusion')
  if (!confused && !seesThings(answers) && !extremeAgitation(answers)) return
  return raise(
    'RF3',
    'emergency',
    'call_now',
    'not_usual',
    'not_alone',
    stoppedSedatives(answers) && 'say_stopped',
    'say_all',
  )
}

// At any strength: the table of red flags names no threshold, a person cannot grade this from the inside, and a faint
// beginning is how delirium after alcohol or a psychosis starts. It is not among the usual symptoms of leaving kratom.
function seesThings({ symptoms }: Answers) {
  return (symptoms.get('hallucinations') ?? 0) > 0
}

// "Extreme agitation" is not asked in these words. Overwhelming fear of others together with a body or temper that will not
// settle is what it looks like in the ten symptoms; restlessness alone is ordinary in withdrawal and is not taken for it.
function extremeAgitation({ symptoms }: Answers) {
  const strong = (symptoms.get('restlessness') ?? 0) >= 3 || (symptoms.get('irritability') ?? 0) >= 3
  return symptoms.get('paranoia') === 4 && (strong || symptoms.get('anxiety') === 4)
}

function suicidalThoughts({ danger }: Answers) {
  if (!danger.includes('suicide')) return
  return raise(
    'RF1',
    'emergency',
    'crisis_line',
    'act_on_it',
    'with_someone',
    'out_of_reach',
    'nobody_called',
  )
}

function stoppedSedatives({ others }: Answers) {
  return sedatives.some((substance) => others.has(substance))
}

/** Same day; with a seizure, confusion or hallucinations it may be the dangerous withdrawal itself, and then minutes count. */
function stoppingSedatives(answers: Answers) {
  if (!stoppedSedatives(answers)) return
  const { others } = answers
  const alreadyHere = answers.danger.includes('seizure_chest') || mindInDanger(answers) !== undefined
  const days = others.get('alcohol')
  const flag = raise(
    'RF4',
    alreadyHere ? 'emergency' : 'same_day',
    alreadyHere ? 'sedatives_here' : 'sedatives_today',
    'sedatives_never_suddenly',
    others.has('alcohol') && 'alcohol_hours',
    // Seizures 6-48 h and delirium 48-96 h after the last drink: up to the end of day 4 the person is inside it.
    days !== undefined && days < 5 && 'alcohol_inside',
    others.has('benzodiazepines') && 'benzodiazepines_deadly',
    !alreadyHere && 'sedatives_if',
  )
  // A line for questions between the emergency number and the advice would cost minutes.
  return alreadyHere ? { ...flag, numbers: ['emergency' as const] } : flag
}

function losingFluids({ danger }: Answers) {
  if (!danger.includes('fluids')) return
  return raise('RF6', 'same_day', 'fluids_today', 'fluids_sips', 'fluids_worse')
}

function liverSigns({ danger, conditions }: Answers) {
  if (!danger.includes('yellow')) return
  return raise(
    'RF7',
    'same_day',
    'liver_today',
    conditions.includes('pregnant') ? 'liver_stop_pregnant' : 'liver_stop',
    'liver_after',
    conditions.includes('liver') && 'liver_known',
  )
}

function pregnancy(answers: Answers) {
  if (!answers.conditions.includes('pregnant')) return
  return raise(
    'RF8',
    'same_day',
    'pregnant_today',
    'pregnant_not_alone',
    hasStopped(answers) && 'already_stopped',
    'pregnant_treatment',
  )
}

/** "Do not stop alone" must not send somebody back who has stopped. */
function hasStopped({ goal, hoursSince }: Answers) {
  return goal === 'stopping' && hoursSince !== undefined
}

// Feeling feverish is ordinary; above 38.5 degrees or beyond two days it is not. With confusion it is an emergency already.
function fever(answers: Answers) {
  if (!answers.danger.includes('fever') || mindInDanger(answers)) return
  return raise('fever', 'same_day', 'fever_today', 'fever_worse')
}

// Not in the table of red flags. Fear of others is no usual part of the course, so at its worst it is for today.
function paranoia(answers: Answers) {
  const strength = answers.symptoms.get('paranoia') ?? 0
  if (strength < 3 || mindInDanger(answers)) return
  return raise('paranoia', strength === 4 ? 'same_day' : 'soon', 'paranoia_talk', 'paranoia_worse')
}

function opioidBlockers({ conditions }: Answers) {
  if (!conditions.includes('opioid_blocker')) return
  return raise('RF9', 'soon', 'prescriber_first', 'blocker_keep', 'naloxone_still')
}

function doctorFirst(answers: Answers) {
  const { conditions, under18 } = answers
  const has = (condition: Answers['conditions'][number]) => conditions.includes(condition)
  const known = has('bipolar_psychosis') || has('seizures') || has('heart') || has('liver')
  if (!known && !under18) return
  const flag = raise(
    'RF10',
    'soon',
    known && (hasStopped(answers) ? 'already_stopped' : 'doctor_before'),
    has('bipolar_psychosis') && 'know_bipolar',
    has('seizures') && 'know_seizures',
    has('heart') && 'know_heart',
    has('liver') && 'know_liver',
    under18 && 'under18_someone',
    under18 && 'under18_here',
  )
  return under18 ? { ...flag, numbers: ['crisis' as const] } : flag
}

/**
 * Going back after a break, and leaving opioids: what the body was used to has become too much for it. The same holds
 * from the first day for a strong product beside alcohol or a sedative: that is how most of the known deaths happened.
 */
function tooMuch({ conditions, others, kind }: Answers) {
  const back = conditions.includes('after_break')
  const mixed = breathStoppers.some((substance) => others.has(substance))
  const strong = kind !== undefined && kind !== 'leaf'
  if (!back && !others.has('opioids') && !(strong && mixed)) return
  return raise(
    'RF11',
    'soon',
    (mixed || strong) && 'mixing',
    back && 'tolerance_gone',
    !back && others.has('opioids') && 'tolerance_opioids',
    'never_alone',
    'naloxone_ready',
    others.has('opioids') && 'opioids_treatment',
  )
}

function riskyRemedies({ conditions }: Answers) {
  if (!conditions.includes('risky_remedies')) return
  return raise('RF12', 'soon', 'remedies_ask', 'remedies_phenibut', 'remedies_heart', 'remedies_swap')
}

// Not in the table of red flags: the medicines' own leaflets ask that they are never stopped from one day to the next.
function stoppingGabapentinoids({ others }: Answers) {
  if (!others.has('gabapentinoids')) return
  return raise('gabapentinoids', 'soon', 'gabapentinoids_slowly')
}

function lowMood({ symptoms, danger }: Answers) {
  if (symptoms.get('low_mood') !== 4 || danger.includes('suicide')) return
  return raise('low_mood', 'soon', 'low_mood_talk', 'low_mood_common', 'low_mood_worse')
}

// Day 10 is the late end of the usual acute phase for leaf; sleep and mood are left out because they often last longer.
function bodyLongAfter({ hoursSince, symptoms }: Answers) {
  const body = (['nausea', 'aches', 'restlessness'] as const).some((one) => (symptoms.get(one) ?? 0) >= 3)
  if (!body || hoursSince === undefined || hoursSince <= 240) return
  return raise('late_body', 'soon', 'late_talk', 'late_cause', 'late_liver')
}
