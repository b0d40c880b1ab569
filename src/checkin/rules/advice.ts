import type { SourceId } from './sources.ts'

export type Urgency = 'emergency' | 'same_day' | 'soon'

/** RF codes are those of our table of red flags; the others are our own notes, and marked as such on the page. */
export type FlagCode =
  | 'RF1'
  | 'RF2'
  | 'RF3'
  | 'RF4'
  | 'RF5'
  | 'RF6'
  | 'RF7'
  | 'RF8'
  | 'RF9'
  | 'RF10'
  | 'RF11'
  | 'RF12'
  | 'fever'
  | 'paranoia'
  | 'gabapentinoids'
  | 'low_mood'
  | 'late_body'

/** How well a statement is supported: read in the source, told by somebody who read it, general medical knowledge, our own careful reading. */
export type Strength = 'read' | 'relayed' | 'general' | 'ours'

export interface Advice {
  strength: Strength
  sources: SourceId[]
  /** Which numbers of the chosen country are shown beside it. */
  numbers: ('emergency' | 'crisis' | 'substance')[]
}

/** What every flag rests on and whom to call for it. */
export const advice: Record<FlagCode, Advice> = {
  RF1: { strength: 'read', sources: ['vibrant', 'nspa'], numbers: ['crisis', 'emergency'] },
  RF2: { strength: 'relayed', sources: ['fda_cases'], numbers: ['emergency'] },
  RF3: { strength: 'read', sources: ['acep_case', 'cureus_case'], numbers: ['emergency'] },
  RF4: { strength: 'general', sources: ['asam_alcohol', 'asam_benzo'], numbers: ['substance', 'emergency'] },
  RF5: { strength: 'read', sources: ['montana', 'acep_case', 'la_county'], numbers: ['emergency'] },
  RF6: { strength: 'ours', sources: ['newleaf_thresholds'], numbers: ['emergency'] },
  RF7: { strength: 'read', sources: ['dilin', 'livertox'], numbers: ['emergency'] },
  // What newborns had was read; what to do in pregnancy is general knowledge, from care for opioids.
  RF8: { strength: 'general', sources: ['post_2019', 'acog_711'], numbers: ['substance'] },
  RF9: { strength: 'read', sources: ['jarka', 'cureus_case', 'acep_case'], numbers: [] },
  RF10: { strength: 'ours', sources: ['newleaf_thresholds'], numbers: [] },
  RF11: { strength: 'general', sources: ['sudors', 'la_county'], numbers: [] },
  RF12: { strength: 'general', sources: ['fda_loperamide', 'newleaf_thresholds'], numbers: [] },
  fever: { strength: 'ours', sources: ['newleaf_thresholds'], numbers: ['emergency'] },
  paranoia: { strength: 'ours', sources: ['newleaf_thresholds'], numbers: ['crisis'] },
  gabapentinoids: { strength: 'general', sources: ['leaflets'], numbers: [] },
  low_mood: { strength: 'ours', sources: ['singh_2018_mood'], numbers: ['crisis'] },
  late_body: { strength: 'ours', sources: ['newleaf_course', 'livertox'], numbers: [] },
}

/** One sentence of advice; its words are in the catalogue under `line.` */
export type Line =
  | 'call_now'
  | 'not_alone'
  | 'not_usual'
  | 'say_all'
  | 'say_stopped'
  | 'naloxone_now'
  | 'naloxone_anyway'
  | 'on_their_side'
  | 'stay'
  | 'crisis_line'
  | 'act_on_it'
  | 'with_someone'
  | 'out_of_reach'
  | 'nobody_called'
  | 'sedatives_today'
  | 'sedatives_here'
  | 'sedatives_never_suddenly'
  | 'sedatives_if'
  | 'alcohol_hours'
  | 'alcohol_inside'
  | 'benzodiazepines_deadly'
  | 'fluids_today'
  | 'fluids_sips'
  | 'fluids_worse'
  | 'liver_today'
  | 'liver_stop'
  | 'liver_stop_pregnant'
  | 'liver_after'
  | 'liver_known'
  | 'pregnant_today'
  | 'pregnant_not_alone'
  | 'pregnant_treatment'
  | 'already_stopped'
  | 'fever_today'
  | 'fever_worse'
  | 'paranoia_talk'
  | 'paranoia_worse'
  | 'prescriber_first'
  | 'blocker_keep'
  | 'naloxone_still'
  | 'doctor_before'
  | 'know_bipolar'
  | 'know_seizures'
  | 'know_heart'
  | 'know_liver'
  | 'under18_someone'
  | 'under18_here'
  | 'tolerance_gone'
  | 'tolerance_opioids'
  | 'never_alone'
  | 'mixing'
  | 'naloxone_ready'
  | 'opioids_treatment'
  | 'remedies_ask'
  | 'remedies_phenibut'
  | 'remedies_heart'
  | 'remedies_swap'
  | 'gabapentinoids_slowly'
  | 'low_mood_talk'
  | 'low_mood_common'
  | 'low_mood_worse'
  | 'late_talk'
  | 'late_cause'
  | 'late_liver'
