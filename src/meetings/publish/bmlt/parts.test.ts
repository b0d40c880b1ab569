import { expect, test } from 'vitest'
import { partsOf } from './parts.rules.ts'

test('one record more changes one piece, and pieces hold every record once and in order', () => {
  const records = Array.from({ length: 3000 }, (_, index) => ({
    id: String(1 + ((index * 7919) % 30_011)),
    slot: 1,
  }))
  const more = records.toSpliced(1500, 0, { id: '40001', slot: 1 })
  const [before, after] = [partsOf(records), partsOf(more)]
  expect([...before.values()].flat()).toEqual(records)
  expect([...after.values()].flat()).toEqual(more)
  const changed = [...after].filter(([id, part]) => JSON.stringify(before.get(id)) !== JSON.stringify(part))
  expect(changed).toHaveLength(1)
  expect(before.size).toBeGreaterThan(5)
})

test('pieces do not grow without end where no meeting says that it is the last', () => {
  const records = Array.from({ length: 2000 }, (_, slot) => ({ id: '5', slot }))
  for (const part of partsOf(records).values()) expect(part.length).toBeLessThanOrEqual(512)
})
