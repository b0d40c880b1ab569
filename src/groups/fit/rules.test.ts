import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circles, groupKinds, practices, purposes, spiritualities } from '../index.ts'
import { type FitAnswers, likes, type Place, slots, spirits, ways } from './answers.ts'
import type { FitCandidate, FitStart } from './candidate.ts'
import { fittingStarts } from './meetings.ts'
import { rankGroups } from './rules.ts'
import { slotsIn } from './slots.ts'
import { group, now } from './testing/village.ts'

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati']
const lat = fc.double({ min: -90, max: 90, noNaN: true })
const lng = fc.double({ min: -180, max: 180, noNaN: true })
const place: fc.Arbitrary<Place> = fc.record({ name: fc.string(), lat, lng })

const answersOfAnybody: fc.Arbitrary<FitAnswers> = fc.record({
  purpose: fc.option(fc.constantFrom(...purposes)),
  likes: fc.subarray([...likes]),
  spirit: fc.constantFrom(...spirits),
  way: fc.constantFrom(...ways),
  place: fc.option(place),
  free: fc.subarray(slots),
  zone: fc.constantFrom(...zones),
  language: fc.option(fc.constantFrom('en', 'es')),
  circles: fc.subarray([...circles]),
  day: fc.option(fc.nat(2000)),
})

const start: fc.Arbitrary<FitStart> = fc.record({
  at: fc.nat(7 * 24 * 60 - 1).map((minutes) => now.add({ minutes })),
  online: fc.boolean(),
  inPerson: fc.boolean(),
  lat: fc.option(lat),
  lng: fc.option(lng),
})

const pastMinutes = fc.nat(120 * 24 * 60)
const anyGroup: fc.Arbitrary<FitCandidate> = fc
  .record({
    name: fc.constantFrom('Alder', 'Birch', 'Cedar'),
    kind: fc.constantFrom(...groupKinds),
    purposes: fc.subarray([...purposes]),
    spirituality: fc.constantFrom(...spiritualities),
    languages: fc.subarray(['en', 'es']),
    circles: fc.subarray([...circles], { maxLength: 2 }),
    practices: fc.subarray([...practices]),
    online: fc.boolean(),
    inPerson: fc.boolean(),
    starts: fc.array(start, { maxLength: 5 }),
    written: fc.option(pastMinutes),
    posts: fc.nat(30),
    days: fc.array(fc.nat(400), { maxLength: 4 }),
  })
  .map(({ name, kind, starts, written, posts, days, ...about }) => ({
    ...group(name, kind, { ...about, posts, days }),
    starts,
    nextAt: starts[0]?.at ?? null,
    lastPostAt: written === null ? null : now.subtract({ minutes: written }),
  }))

function orderOf(answers: FitAnswers, candidates: FitCandidate[]): string[] {
  return rankGroups(answers, candidates, now).map((fit) => fit.group.id)
}

describe('whatever people answer and whatever groups are like', () => {
  test('ranking never fails, and only leaves out groups for circles that were not named', () => {
    fc.assert(
      fc.property(answersOfAnybody, fc.array(anyGroup, { maxLength: 12 }), (answers, candidates) => {
        const ranked = new Set(orderOf(answers, candidates))
        for (const { group: one } of candidates) {
          const meant = one.kind === 'family' ? [...one.circles, 'family' as const] : one.circles
          expect(ranked.has(one.id)).toBe(meant.every((circle) => answers.circles.includes(circle)))
        }
      }),
    )
  })

  test('one more meeting that fits never lowers a group', () => {
    fc.assert(
      fc.property(
        answersOfAnybody,
        fc.array(anyGroup, { minLength: 1, maxLength: 8 }),
        start,
        (answers, candidates, added) => {
          const [first, ...others] = candidates
          if (!first) return
          const more: FitCandidate = {
            ...first,
            starts: [...first.starts, added],
            nextAt: first.nextAt ?? added.at,
          }
          const slotOf = slotsIn(answers.zone, now)
          fc.pre(fittingStarts(answers, { ...first, starts: [added] }, slotOf).length === 1)
          const before = orderOf(answers, candidates).indexOf(first.group.id)
          const after = orderOf(answers, [more, ...others]).indexOf(first.group.id)
          expect(after).toBeLessThanOrEqual(before)
        },
      ),
    )
  })

  test('a quiet group never stands above the same group alive', () => {
    fc.assert(
      fc.property(
        answersOfAnybody,
        anyGroup,
        fc.array(start, { minLength: 1, maxLength: 4 }),
        (answers, one, starts) => {
          const quiet: FitCandidate = { ...one, starts: [], nextAt: null, lastPostAt: null, postsIn30Days: 0 }
          const alive: FitCandidate = {
            ...one,
            group: { ...one.group, id: `${one.group.id}1` },
            starts,
            nextAt: starts[0]?.at ?? null,
          }
          const order = orderOf(answers, [quiet, alive])
          if (order.length === 2) expect(order[0]).toBe(alive.group.id)
        },
      ),
    )
  })

  test('the order does not depend on the order in which groups were read', () => {
    fc.assert(
      fc.property(answersOfAnybody, fc.array(anyGroup, { maxLength: 8 }), (answers, candidates) => {
        expect(orderOf(answers, candidates.toReversed())).toEqual(orderOf(answers, candidates))
      }),
    )
  })
})

describe('parts of the week', () => {
  const at = (iso: string) => Temporal.Instant.from(iso)

  test('are told in the zone of the person', () => {
    expect(slotsIn('America/New_York', now)(at('2026-11-24T00:30:00Z'))).toBe('weekday_evening')
    expect(slotsIn('Asia/Kolkata', now)(at('2026-11-24T00:30:00Z'))).toBe('weekday_morning')
  })

  test('a night belongs to the day on which it began', () => {
    expect(slotsIn('UTC', now)(at('2026-11-28T02:00:00Z'))).toBe('weekday_night')
    expect(slotsIn('UTC', now)(at('2026-11-30T02:00:00Z'))).toBe('weekend_night')
  })

  test('follow the clock when it changes within the week', () => {
    const before = at('2026-10-29T12:00:00Z')
    const slotOf = slotsIn('America/New_York', before)
    expect(slotOf(at('2026-10-30T20:30:00Z'))).toBe('weekday_afternoon')
    expect(slotOf(at('2026-11-02T21:30:00Z'))).toBe('weekday_afternoon')
    expect(slotOf(at('2026-10-30T21:30:00Z'))).toBe('weekday_evening')
  })

  test('agree with the calendar in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat(7 * 24 * 60), (zone, minutes) => {
        const instant = now.add({ minutes })
        const wall = instant.toZonedDateTimeISO(zone)
        const day = wall.hour < 5 ? wall.subtract({ days: 1 }) : wall
        expect(slotsIn(zone, now)(instant).startsWith(day.dayOfWeek >= 6 ? 'weekend' : 'weekday')).toBe(true)
      }),
    )
  })
})
