import type { Circle, GroupKind, Purpose } from '../index.ts'
import type { FitAnswers, Like } from './answers.ts'
import type { FitCandidate, FitGroup, Remark } from './candidate.ts'

// How well a group whose aim is the column serves a person whose aim is the row. Below zero the aims pull apart:
// a room of people who have stopped is hard for somebody who is cutting down, and the other way round.
const aims: Record<Purpose, Record<Purpose, number>> = {
  stop: { stop: 18, cut_down: -15, stay_stopped: -4, unsure: -8 },
  cut_down: { stop: -15, cut_down: 18, stay_stopped: -15, unsure: 4 },
  stay_stopped: { stop: 6, cut_down: -15, stay_stopped: 18, unsure: -15 },
  unsure: { stop: -5, cut_down: 4, stay_stopped: -15, unsure: 18 },
}
const aimsApart = -8

export function remarksOnPurpose(answers: FitAnswers, { group }: FitCandidate): Remark[] {
  const { purpose } = answers
  if (!purpose || group.kind === 'family') return []
  if (group.purposes.length === 0)
    return group.sourceKey ? unsaidAims(purpose, group) : [{ say: 'every_aim', points: 4 }]
  const best = group.purposes.reduce((a, b) => (aims[purpose][b] > aims[purpose][a] ? b : a))
  const points = aims[purpose][best]
  if (points >= 0) return [{ say: 'aim', values: { purpose: best }, points }]
  const remark: Remark = { say: 'other_aim', values: { purpose: group.purposes[0] ?? best }, points }
  return [points <= aimsApart ? { ...remark, serious: true } : remark]
}

/** A feed does not say for which aim a group is. Of 12-step groups it is known; of others nothing is claimed. */
function unsaidAims(purpose: Purpose, group: FitGroup): Remark[] {
  if (group.kind !== 'twelve_step') return []
  if (purpose === 'cut_down') return [{ say: 'steps_aim', points: -12, serious: true }]
  return purpose === 'unsure' ? [{ say: 'steps_aim', points: -4 }] : []
}

const likeOfKind: Partial<Record<GroupKind, Like>> = {
  twelve_step: 'twelve_step',
  discussion: 'discussion',
  skills: 'skills',
}

export function remarksOnLikes(answers: FitAnswers, { group }: FitCandidate): Remark[] {
  if (answers.likes.length === 0 || group.kind === 'family') return []
  const main = likeOfKind[group.kind]
  const offered: Like[] = main ? [main, ...group.practices] : group.practices
  const liked = offered.filter((like) => answers.likes.includes(like))
  const [first] = liked
  if (!first) return [{ say: 'kind_not_chosen', values: { kind: group.kind }, points: -12, serious: true }]
  if (main && first !== main) {
    // A practice inside a kind they did not ask for: half of what they like.
    const aside: Remark = { say: 'kind_not_chosen', values: { kind: group.kind }, points: -4 }
    return [{ say: 'liked', values: { like: first }, points: 14 }, aside]
  }
  return liked.slice(0, 3).map((like, at) => ({ say: 'liked', values: { like }, points: at === 0 ? 25 : 3 }))
}

export function remarksOnSpirit(answers: FitAnswers, { group }: FitCandidate): Remark[] {
  if (answers.spirit === 'prefer_not') {
    if (group.spirituality === 'secular') return [{ say: 'secular', points: 15 }]
    if (group.spirituality === 'optional') return [{ say: 'spirit_optional', points: 5 }]
    return [{ say: 'spiritual_content', points: -25, serious: true }]
  }
  if (answers.spirit === 'welcome') {
    if (group.spirituality === 'spiritual') return [{ say: 'spirit_welcome', points: 12 }]
    if (group.spirituality === 'optional') return [{ say: 'spirit_optional', points: 5 }]
    return [{ say: 'no_spirit', points: -2 }]
  }
  return []
}

export function remarksOnLanguage(answers: FitAnswers, { group }: FitCandidate): Remark[] {
  const { language } = answers
  const [first] = group.languages
  if (!language || !first) return []
  if (group.languages.includes(language)) return [{ say: 'language', values: { language }, points: 6 }]
  return [{ say: 'other_language', values: { language: first }, points: -40, serious: true }]
}

/** Circles a group is for, with the family that a family group is for by its kind. */
function circlesOf(group: FitGroup): Circle[] {
  if (group.kind !== 'family' || group.circles.includes('family')) return group.circles
  return [...group.circles, 'family']
}

/** A circle is never assumed: a group for some people is suggested only to those who named every one of its circles. */
export function isOpenTo(answers: FitAnswers, group: FitGroup): boolean {
  return circlesOf(group).every((circle) => answers.circles.includes(circle))
}

export function remarksOnCircles(answers: FitAnswers, { group }: FitCandidate): Remark[] {
  const shared = circlesOf(group).filter((circle) => answers.circles.includes(circle))
  if (shared.length > 0)
    return shared
      .slice(0, 2)
      .map((circle, at) => ({ say: 'circle', values: { circle }, points: at === 0 ? 38 : 8 }))
  // Somebody who came for a partner or a child and has no aim of their own.
  const onlyForOthers = answers.circles.includes('family') && !answers.purpose
  return onlyForOthers ? [{ say: 'for_themselves', points: -30, serious: true }] : []
}
