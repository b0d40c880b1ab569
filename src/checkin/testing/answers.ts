import * as v from 'valibot'
import type { Answers, CompleteAnswers } from '../rules/answers.ts'
import { answersForm } from '../rules/form.ts'

/** The least that can be sent: no danger sign, leaf, stopping. */
export const leastBody = { danger: 'none', kind: 'leaf', goal: 'stopping' }

/** Answers as the form gives them when these fields are sent too. */
export function answered(fields: Record<string, unknown> = {}): CompleteAnswers {
  return v.parse(answersForm, { ...leastBody, ...fields })
}

/** The mistakes of a body: field -> key of the sentence. */
export function mistakesIn(body: Record<string, unknown>): Record<string, string> {
  const read = v.safeParse(answersForm, body)
  return Object.fromEntries((read.issues ?? []).map((issue) => [String(issue.path?.[0]?.key), issue.message]))
}

export const noAnswers: Answers = {
  danger: [],
  country: undefined,
  kind: undefined,
  goal: undefined,
  hoursSince: undefined,
  taper: undefined,
  dosesADay: undefined,
  others: new Map(),
  conditions: [],
  under18: false,
  symptoms: new Map(),
}
