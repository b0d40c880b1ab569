import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseTechniques, guidedSeconds, loudest, nightTechniques, techniquesForOne } from './rules.ts'
import { symptomIds, type Technique } from './technique.ts'
import { findTechnique, techniques, techniquesFor } from './techniques.ts'

const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug)

test('day 3, no sleep and restless legs: something for each of the two, the best first', () => {
  expect(slugs(techniquesFor(['insomnia', 'restlessness'], 2))).toEqual(['sleep-basics', 'restless-legs'])
})

test('one that was made for the symptom goes before one with better evidence elsewhere', () => {
  expect(slugs(techniquesForOne(techniques, 'anxiety')).slice(0, 2)).toEqual([
    'cyclic-sighing',
    'paced-breathing',
  ])
  expect(slugs(techniquesForOne(techniques, 'cravings'))[0]).toBe('urge-surfing')
})

test('a technique that helps with both is named once', () => {
  type Made = Pick<Technique, 'slug' | 'helpsWith' | 'strength'>
  const both: Made[] = [
    { slug: 'legs', helpsWith: ['restlessness', 'insomnia'], strength: 1 },
    { slug: 'walk', helpsWith: ['restlessness'], strength: 3 },
  ]
  expect(slugs(chooseTechniques(both, ['insomnia', 'restlessness'], 4))).toEqual(['legs', 'walk'])
})

test('seeing things gets no technique, and the next loudest is answered instead', () => {
  expect(techniquesFor(['hallucinations'], 3)).toEqual([])
  expect(slugs(techniquesFor(['hallucinations', 'paranoia', 'nausea'], 3))).toEqual(['nausea-sips'])
})

test('never more than asked, never the same twice, each for one of the two loudest that have any', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...symptomIds]), fc.integer({ min: -1, max: 20 }), (symptoms, limit) => {
      const chosen = techniquesFor(symptoms, limit)
      const answered = symptoms.filter((one) => techniquesForOne(techniques, one).length > 0).slice(0, 2)
      expect(chosen.length).toBeLessThanOrEqual(Math.max(0, limit))
      expect(new Set(slugs(chosen)).size).toBe(chosen.length)
      for (const one of chosen) expect(one.helpsWith.some((symptom) => answered.includes(symptom))).toBe(true)
    }),
  )
})

test('all but the two danger signs have a technique', () => {
  const without = symptomIds.filter((one) => techniquesForOne(techniques, one).length === 0)
  expect(without).toEqual(['paranoia', 'hallucinations'])
})

test('the eight techniques that Newleaf promises are here', () => {
  const promised = ['cyclic-sighing', 'paced-breathing', 'urge-surfing', 'muscle-relaxation', 'grounding']
  const more = ['restless-legs', 'sleep-basics', 'walk-20-minutes']
  expect(slugs(techniques)).toEqual(expect.arrayContaining([...promised, ...more]))
})

test('a guided technique takes as long as it says, within a minute', () => {
  for (const { guided, minutes, slug } of techniques) {
    if (!guided) continue
    const took = guidedSeconds(guided) / 60
    expect(took, slug).toBeGreaterThan(minutes.from - 1)
    expect(took, slug).toBeLessThan(minutes.to + 1)
  }
})

test('breathing is never fast and never held', () => {
  for (const slug of ['cyclic-sighing', 'paced-breathing']) {
    const guided = findTechnique(slug)?.guided
    const round = guided?.phases.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(round).toBeGreaterThanOrEqual(9)
    expect(guided?.phases.some(({ shape }) => shape === 'still')).toBe(false)
  }
})

test('the night page starts techniques that exist; being alone or afraid of thoughts leads to people', () => {
  for (const { first, more } of Object.values(nightTechniques))
    for (const slug of [first, ...more]) expect(findTechnique(slug), slug).toBeDefined()
  expect(loudest.filter((one) => !nightTechniques[one])).toEqual(['alone', 'thoughts'])
})
