import type { Checkin, Craving, Product, Score } from '../entries/entries.ts'
import { nightOf } from '../reckoning/nights.rules.ts'
import { gad7Items, type ScaleId, scales, scoreOf } from '../reckoning/scales.rules.ts'

/** What the person chose to hand over. Nothing in it says who they are. */
export interface Handed {
  product: Product
  /** When this was made, with its offset: `2026-11-22T10:00:00+01:00`. */
  madeAt: string
  lastOn: string | null
  checkins: Pick<Checkin, 'at' | 'levels' | 'bed' | 'asleep' | 'awakeMinutes' | 'up'>[]
  cravings: Pick<Craving, 'at' | 'strength'>[]
  scores: Score[]
}

type Resource = Record<string, unknown> & { resourceType: string; id: string }

const loinc = 'http://loinc.org'
const own = 'urn:newleaf:journal'
const category = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
]
const unit = { unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' }

/**
 * HL7 FHIR R4: a Bundle of Observations and QuestionnaireResponses. Scales have LOINC codes where one was found; our own
 * symptoms have codes of our own. The subject is a person without a name: whoever takes it knows who handed it over.
 * @param newId gives a fresh UUID each time
 */
export function bundleOf(handed: Handed, newId: () => string): Record<string, unknown> {
  const resources: Resource[] = [
    ...handed.scores.flatMap((score) => fromScore(score, newId)),
    ...handed.checkins.flatMap((checkin) => fromCheckin(checkin, newId)),
    ...handed.cravings.map(({ at, strength }) =>
      observation(newId(), at, { system: own, code: 'craving', display: 'Craving, 0 to 10' }, strength),
    ),
  ]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: handed.madeAt,
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  }
}

const subject = { display: 'The person who handed this over' }

interface Code {
  system: string
  code: string
  display: string
}

function observation(id: string, at: string, code: Code, value: number): Resource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category,
    code: { coding: [code], text: code.display },
    subject,
    effectiveDateTime: at.slice(0, 10),
    valueQuantity: { value, ...unit },
  }
}

const totals: Record<ScaleId, Code> = {
  phq8: { system: own, code: 'phq8-total', display: 'PHQ-8 total score' },
  gad7: { system: loinc, code: scales.gad7.loinc, display: 'GAD-7 total score' },
  barc10: { system: own, code: 'barc10-total', display: 'BARC-10 total score' },
}

function fromScore({ on, scale, answers }: Score, newId: () => string): Resource[] {
  const result = scoreOf(scale, answers)
  if (!result) return []
  const response: Resource = {
    resourceType: 'QuestionnaireResponse',
    id: newId(),
    status: 'completed',
    questionnaire: `${own}:${scale}`,
    subject,
    authored: on,
    item: answers.map((answer, index) => ({
      linkId: (scale === 'gad7' && gad7Items[index]) || `${scale}-${index + 1}`,
      answer: [{ valueInteger: answer }],
    })),
  }
  const total = observation(newId(), on, totals[scale], result.sum)
  return [response, { ...total, derivedFrom: [{ reference: `urn:uuid:${response.id}` }] }]
}

function fromCheckin(checkin: Handed['checkins'][number], newId: () => string): Resource[] {
  const { at, levels } = checkin
  const night = nightOf(checkin)
  const symptoms = Object.entries(levels).map(([symptom, level]) =>
    observation(newId(), at, { system: own, code: symptom, display: `${symptom}, 0 to 4` }, level ?? 0),
  )
  if (!night) return symptoms
  const slept = observation(
    newId(),
    at,
    { system: own, code: 'sleep-hours', display: 'Hours slept' },
    Math.round(night.asleepMinutes / 6) / 10,
  )
  const hours = { unit: 'h', system: 'http://unitsofmeasure.org', code: 'h' }
  return [...symptoms, { ...slept, valueQuantity: { ...(slept.valueQuantity as object), ...hours } }]
}
