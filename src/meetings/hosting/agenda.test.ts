import { expect, test } from 'vitest'
import { groupKinds, guideOf } from '../../groups/index.ts'
import { minutesOf, readAgenda, writeAgenda } from './agenda.rules.ts'

test('a line is minutes, a part and perhaps a note, however somebody writes it', () => {
  const welcome = { minutes: 5, part: 'Welcome', note: '' }
  for (const line of ['5 Welcome', '5 min Welcome', "5' Welcome", '5 minutes – Welcome', ' 5: Welcome '])
    expect(readAgenda(line), line).toEqual([welcome])
  expect(readAgenda('10 Round: three minutes each: no answers\n\n2 Close')).toEqual([
    { minutes: 10, part: 'Round', note: 'three minutes each: no answers' },
    { minutes: 2, part: 'Close', note: '' },
  ])
  expect(readAgenda('5 دائرة الحديث: ثلاث دقائق 🌿')).toEqual([
    { minutes: 5, part: 'دائرة الحديث', note: 'ثلاث دقائق 🌿' },
  ])
})

test('nothing is no agenda; what has no minutes is a mistake', () => {
  expect(readAgenda(' \n ')).toEqual([])
  for (const line of ['Welcome', '0 Welcome', '5', '5 :', '1000 Welcome', `5 ${'n'.repeat(121)}`])
    expect(readAgenda(line), line).toBeUndefined()
  expect(readAgenda('5 More\n'.repeat(31))).toBeUndefined()
})

test('every ready format can be written out, changed and read again', () => {
  for (const { formats } of groupKinds.map(guideOf))
    for (const { parts } of formats) {
      expect(readAgenda(writeAgenda(parts))).toEqual(parts)
      expect(minutesOf(parts)).toBeGreaterThan(30)
    }
})
