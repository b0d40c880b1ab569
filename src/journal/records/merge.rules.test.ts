import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../book/held.ts'
import { edit, remove, shown, type TypeOfRecord } from './edit.rules.ts'
import { merge } from './merge.rules.ts'
import { dotOf, firstStamp, msOf, nextStamp } from './stamp.rules.ts'
import type { Json, State } from './state.ts'

const kinds: TypeOfRecord = { schema: 1, merge: { note: 'text', tags: 'set', lines: 'list' } }
const dot = (ms: number, device: string) => dotOf(nextStamp(ms, firstStamp), device)
const begun = edit(
  undefined,
  { mood: 3, note: 'as it began', tags: ['sleep'] },
  'checkin',
  kinds,
  dot(1, 'a'),
)
const change = (before: State, fields: Record<string, Json>, ms: number, device: string) =>
  edit(before, fields, 'checkin', kinds, dot(ms, device))
const fieldsOf = (state: State) => shown('x', state)?.fields

describe('the clock', () => {
  test('goes on when the device’s own clock is set back', () => {
    const late = nextStamp(1_000_000, firstStamp)
    expect(nextStamp(5, late) > late).toBe(true)
    expect(msOf(nextStamp(5, late))).toBe(1_000_000)
  })

  test('sorts as text as it happened, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 45), { minLength: 2, maxLength: 50 }), (times) => {
        let last = firstStamp
        for (const ms of times) {
          const next = nextStamp(ms, last)
          expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  test('counts on when thousands of writes happen in one millisecond', () => {
    let last = firstStamp
    for (let write = 0; write < 50_000; write++) {
      const next = nextStamp(7, last)
      if (!(next > last)) throw new Error(`Stamp ${write} is not later.`)
      last = next
    }
  })
})

describe('two devices', () => {
  test('that changed two fields both keep their change', () => {
    const merged = merge(change(begun, { mood: 7 }, 2, 'a'), change(begun, { sleep: 5 }, 3, 'b'))
    expect(fieldsOf(merged)).toMatchObject({ mood: 7, sleep: 5 })
  })

  test('that changed one score keep the later', () => {
    const merged = merge(change(begun, { mood: 7 }, 9, 'a'), change(begun, { mood: 1 }, 3, 'b'))
    expect(fieldsOf(merged)?.mood).toBe(7)
  })

  test('that wrote one text keep both, the later shown first', () => {
    const merged = merge(change(begun, { note: 'one' }, 2, 'a'), change(begun, { note: 'two' }, 3, 'b'))
    expect(shown('x', merged)).toMatchObject({ fields: { note: 'two' }, versions: { note: ['two', 'one'] } })
    expect(shown('x', change(merged, { note: 'both' }, 4, 'b'))?.versions).toBeUndefined()
    expect(shown('x', change(merged, { mood: 1, note: 'two' }, 4, 'b'))?.versions?.note).toHaveLength(2)
  })

  test('that added and removed tags: what was added stays, what was removed goes', () => {
    const merged = merge(
      change(begun, { tags: ['sleep', 'legs'] }, 2, 'a'),
      change(begun, { tags: ['work'] }, 3, 'b'),
    )
    expect(new Set(fieldsOf(merged)?.tags as string[])).toEqual(new Set(['legs', 'work']))
  })

  test('that changed the same line of a plan keep both lines', () => {
    const plan = change(begun, { lines: [{ id: 'l1', text: 'walk' }] }, 2, 'a')
    const merged = merge(
      change(plan, { lines: [{ id: 'l1', text: 'walk far' }] }, 3, 'a'),
      change(plan, { lines: [{ id: 'l1', text: 'walk home' }] }, 4, 'b'),
    )
    const lines = fieldsOf(merged)?.lines as { id: string; text: string }[]
    expect(lines.map(({ text }) => text).toSorted()).toEqual(['walk far', 'walk home'])
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2)
  })

  test('one removed what the other had changed in the meantime: it stays', () => {
    const gone = remove(begun, dot(9, 'a'))
    expect(fieldsOf(merge(gone, change(begun, { mood: 8 }, 3, 'b')))).toMatchObject({
      mood: 8,
      note: 'as it began',
    })
    expect(fieldsOf(merge(gone, begun))).toBeUndefined()
  })
})

const someEdit = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  fields: fc.record(
    {
      mood: fc.nat(9),
      note: fc.constantFrom('x', 'y', 'z'),
      tags: fc.uniqueArray(fc.constantFrom('s', 't', 'u')),
      lines: fc.uniqueArray(fc.constantFrom('1', '2')).map((ids) => ids.map((id) => ({ id, text: id }))),
    },
    { requiredKeys: [] },
  ),
})

test('merging is the same either way round, and again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(someEdit, { maxLength: 12 }), (edits) => {
      const own = new Map([...'abc'].map((device) => [device, begun]))
      edits.forEach(({ device, fields }, at) => {
        own.set(device, change(own.get(device) ?? begun, fields, 10 + at, device))
      })
      const [a, b, c] = [...own.values()] as [State, State, State]
      expect(canonical(merge(a, b))).toBe(canonical(merge(b, a)))
      expect(canonical(merge(a, a))).toBe(canonical(a))
      expect(canonical(fieldsOf(merge(merge(a, b), c)))).toBe(canonical(fieldsOf(merge(a, merge(b, c)))))
      expect(canonical(merge(merge(a, b), b))).toBe(canonical(merge(a, b)))
    }),
    { numRuns: 400 },
  )
})
