import { expect, test } from 'vitest'
import { answered } from '../testing/answers.ts'
import { findFlags } from './redFlags.ts'

const day = (days: number) => ({ last_dose: String(days), last_dose_unit: 'days' })

interface Case {
  who: string
  says: Record<string, unknown>
  /** What a careful clinician wants shown, in this order. */
  flags: string[]
  /** Sentences that must be among the advice, and ones that would be wrong. */
  told?: string[]
  not?: string[]
}

// Invented people.
const cases: Case[] = [
  {
    who: 'day 3 of leaf, awake with restless legs: hard, and no alarm',
    says: { ...day(3), symptom_insomnia: '4', symptom_restlessness: '4', symptom_cravings: '4' },
    flags: [],
  },
  {
    who: 'an hour after 7-OH, nothing yet',
    says: { kind: 'seven_oh', last_dose: '1', last_dose_unit: 'hours' },
    flags: [],
  },
  {
    who: 'cuts down 7-OH and still drinks: six deaths, alcohol in all of them',
    says: { kind: 'seven_oh', goal: 'cutting_down', other: 'alcohol' },
    flags: ['RF4 same_day', 'RF11 soon'],
    told: ['mixing', 'never_alone', 'naloxone_ready', 'sedatives_never_suddenly'],
    not: ['tolerance_gone', 'alcohol_inside'],
  },
  {
    who: 'takes an extract beside gabapentin',
    says: { kind: 'extract', goal: 'thinking', other: 'gabapentinoids' },
    flags: ['RF11 soon', 'gabapentinoids soon'],
    told: ['mixing'],
  },
  {
    who: 'leaf alone with gabapentin is not told of naloxone',
    says: { other: 'gabapentinoids' },
    flags: ['gabapentinoids soon'],
    not: ['naloxone_ready'],
  },
  {
    who: 'two days without alcohol, sees things',
    says: { ...day(2), other: 'alcohol', other_alcohol_days: '2', symptom_hallucinations: '2' },
    flags: ['RF3 emergency', 'RF4 emergency'],
    told: ['say_stopped', 'sedatives_here', 'alcohol_inside'],
    not: ['sedatives_today'],
  },
  {
    who: 'three days without a benzodiazepine, had a seizure',
    says: { ...day(3), other: 'benzodiazepines', other_benzodiazepines_days: '3', danger: 'seizure_chest' },
    flags: ['RF2 emergency', 'RF4 emergency'],
    told: ['call_now', 'benzodiazepines_deadly'],
  },
  {
    who: 'stopped GHB yesterday',
    says: { ...day(1), other: 'ghb_phenibut', other_ghb_phenibut_days: '1' },
    flags: ['RF4 same_day'],
    told: ['sedatives_if'],
  },
  {
    who: 'takes phenibut as a remedy: must not read "ask first" as "stop now"',
    says: { ...day(4), condition: 'risky_remedies' },
    flags: ['RF12 soon'],
    told: ['remedies_phenibut'],
  },
  {
    who: 'pregnant, thinking about it',
    says: { goal: 'thinking', condition: 'pregnant' },
    flags: ['RF8 same_day'],
    told: ['pregnant_not_alone'],
    not: ['already_stopped'],
  },
  {
    who: 'pregnant and has stopped two days ago: not sent back by "do not stop"',
    says: { ...day(2), condition: 'pregnant' },
    flags: ['RF8 same_day'],
    told: ['already_stopped'],
  },
  {
    who: 'pregnant and thinks of suicide',
    says: { ...day(2), condition: 'pregnant', danger: 'suicide' },
    flags: ['RF1 emergency', 'RF8 same_day'],
  },
  {
    who: 'bipolar, stopped four days ago, no sleep',
    says: { ...day(4), condition: 'bipolar_psychosis', symptom_insomnia: '4' },
    flags: ['RF10 soon'],
    told: ['already_stopped', 'know_bipolar'],
    not: ['doctor_before'],
  },
  {
    who: 'has had seizures and has not begun',
    says: { goal: 'thinking', condition: 'seizures' },
    flags: ['RF10 soon'],
    told: ['doctor_before'],
    not: ['already_stopped'],
  },
  {
    who: 'on buprenorphine: asks before the next dose, and does not drop it alone',
    says: { ...day(1), kind: 'seven_oh', condition: 'opioid_blocker' },
    flags: ['RF9 soon'],
    told: ['prescriber_first', 'blocker_keep'],
  },
  {
    who: 'sixteen, as low as it gets',
    says: { ...day(6), age: 'under_18', symptom_low_mood: '4' },
    flags: ['RF10 soon', 'low_mood soon'],
    not: ['doctor_before', 'already_stopped'],
  },
  {
    who: 'day 40, as low as it gets',
    says: { ...day(40), symptom_low_mood: '4' },
    flags: ['low_mood soon'],
    told: ['low_mood_worse'],
  },
  {
    who: 'day 12 after 7-OH, aching and sick',
    says: { ...day(12), kind: 'seven_oh', symptom_aches: '4', symptom_nausea: '3' },
    flags: ['late_body soon'],
    told: ['late_liver'],
  },
  {
    who: 'dark urine three weeks after the last dose, liver known',
    says: { ...day(20), danger: 'yellow', condition: 'liver' },
    flags: ['RF7 same_day', 'RF10 soon'],
    told: ['liver_after', 'liver_known'],
  },
  {
    who: 'pregnant, with yellow eyes: "take no more" and "do not stop alone" must not both be said',
    says: { goal: 'cutting_down', danger: 'yellow', condition: 'pregnant' },
    flags: ['RF7 same_day', 'RF8 same_day'],
    told: ['liver_stop_pregnant', 'pregnant_not_alone'],
    not: ['liver_stop'],
  },
  {
    who: 'day 2, keeps nothing down',
    says: { ...day(2), danger: 'fluids', symptom_nausea: '4' },
    flags: ['RF6 same_day'],
    told: ['fluids_worse'],
  },
  {
    who: 'day 3, a fever above 38.5 and clear in the head',
    says: { ...day(3), danger: 'fever', symptom_aches: '3' },
    flags: ['fever same_day'],
    told: ['fever_worse'],
  },
  {
    who: 'a fever, and confused: one emergency, not two advices',
    says: { ...day(3), danger: ['fever', 'confusion'] },
    flags: ['RF3 emergency'],
  },
  {
    who: 'fears everybody, but is calm',
    says: { ...day(4), symptom_paranoia: '4', symptom_insomnia: '3' },
    flags: ['paranoia same_day'],
  },
  {
    who: 'fears everybody and cannot be still',
    says: { ...day(4), symptom_paranoia: '4', symptom_restlessness: '4' },
    flags: ['RF3 emergency'],
    told: ['not_usual'],
  },
  {
    who: 'leaves heroin and leaf together',
    says: { ...day(1), other: 'opioids', other_opioids_days: '1' },
    flags: ['RF11 soon'],
    told: ['tolerance_opioids', 'opioids_treatment', 'mixing'],
  },
  {
    who: 'back on 7-OH after a month, with alcohol',
    says: { kind: 'seven_oh', condition: 'after_break', other: 'alcohol' },
    flags: ['RF4 same_day', 'RF11 soon'],
    told: ['tolerance_gone', 'mixing'],
  },
  {
    who: 'a friend cannot be woken, and the writer does not want to live',
    says: { danger: ['not_waking', 'suicide'] },
    flags: ['RF5 emergency', 'RF1 emergency'],
  },
  {
    who: 'taps "none of these" and "thoughts of ending my life"',
    says: { danger: ['none', 'suicide'] },
    flags: ['RF1 emergency'],
  },
  {
    who: 'a heart problem, and a lot of loperamide',
    says: { ...day(2), condition: ['heart', 'risky_remedies'] },
    flags: ['RF10 soon', 'RF12 soon'],
    told: ['know_heart', 'remedies_heart'],
  },
  {
    who: 'three months on, all quiet',
    says: { ...day(95), symptom_cravings: '1' },
    flags: [],
  },
]

test.each(cases)('$who', ({ says, flags, told = [], not = [] }) => {
  const found = findFlags(answered(says))
  expect(found.map((flag) => `${flag.code} ${flag.urgency}`)).toEqual(flags)
  const lines: string[] = found.flatMap((flag) => flag.lines)
  expect(lines).toEqual(expect.arrayContaining(told))
  expect(lines.filter((line) => not.includes(line))).toEqual([])
})
