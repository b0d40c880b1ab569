import { describe, expect, test } from 'vitest'
import { noFilters } from './filters.ts'
import { boxOfView, moved, placeIn, readMapView, viewOf } from './mapView.ts'
import { spansOf, untilAfter } from './spans.ts'
import { slipsOf } from './typos.ts'
import { queryOf } from './wanted.ts'
import { slotsOf } from './week.ts'
import { boxOf, cellsOf, latitudeOf, longitudeOf, mapX, mapY } from './worldMap.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

describe('when', () => {
  test('evenings of a weekend are those of the visitor', () => {
    const spans = spansOf({ when: undefined, days: [6, 7], part: 'evening' }, 'America/New_York', now)
    expect(spans?.from.slice(0, 2)).toEqual(['2026-11-22T22:00:00Z', '2026-11-28T22:00:00Z'])
    expect(spans?.until[0]).toBe('2026-11-23T03:00:00Z')
  })

  test('a night runs past midnight, and the one of yesterday may still be under way', () => {
    const late = Temporal.Instant.from('2026-11-23T02:00:00Z')
    const spans = spansOf({ when: undefined, days: [], part: 'night' }, 'UTC', late)
    expect([spans?.from[0], spans?.until[0]]).toEqual(['2026-11-22T22:00:00Z', '2026-11-23T05:00:00Z'])
  })

  test('so many hours of an evening are counted over as many evenings as they need', () => {
    const spans = spansOf({ when: undefined, days: [], part: 'evening' }, 'UTC', now)
    const ends = [2, 7, 36 * 5].map((hours) => String(untilAfter(spans, now, hours)))
    expect(ends).toEqual(['2026-11-22T19:00:00Z', '2026-11-23T19:00:00Z', '2026-12-28T17:00:00Z'])
    expect(untilAfter(spans, now, 1000)).toBeUndefined()
    expect(untilAfter(undefined, now, 1000)).toBeUndefined()
    expect(untilAfter(undefined, now, Number.POSITIVE_INFINITY)).toBeUndefined()
  })

  test('a day that is an hour longer is whole', () => {
    const before = Temporal.Instant.from('2026-10-25T00:00:00Z')
    const spans = spansOf({ when: 'today', days: [], part: undefined }, 'Europe/London', before)
    expect([spans?.from[0], spans?.until[0]]).toEqual(['2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'])
  })

  test('the slots of a week cover it without a gap', () => {
    const slots = slotsOf(noFilters, 'America/New_York', now)
    expect(slots).toHaveLength(35)
    for (const [index, slot] of slots.slice(1).entries()) expect(slot.from).toEqual(slots[index]?.until)
  })
})

test('a booklet of Sunday mornings has one, also on a Sunday afternoon', () => {
  const sundays = { ...noFilters, days: [7 as const], part: 'morning' as const }
  const afternoon = Temporal.Instant.from('2026-11-22T18:00:00Z')
  expect(slotsOf(sundays, 'UTC', afternoon, 8).map(({ date }) => String(date))).toEqual([
    '2026-11-22',
    '2026-11-29',
  ])
})

describe('words', () => {
  test('one slip of the finger is known: left out, doubled, wrong, changed places', () => {
    for (const typed of ['seren ity', 'serenty', 'sserenity', 'serenuty', 'seernity'].slice(1))
      expect(slipsOf(typed), typed).toContain('serenity')
    expect(slipsOf('aa')).toEqual([])
    expect(slipsOf('łódź')).toEqual([])
  })

  test('a quote in a word does not end the question', () => {
    const word = { typed: "o'b\\c", said: [], nearly: [], meetings: 0 }
    expect(queryOf([word])).toBe(`('o''b\\\\c')`)
    expect(queryOf([])).toBeUndefined()
  })
})

describe('the map', () => {
  test('there and back again', () => {
    for (const [latitude, longitude] of [
      [39.95, -75.17],
      [-41.3, 174.8],
      [0, 0],
    ] as const) {
      expect(latitudeOf(mapY(latitude))).toBeCloseTo(latitude, 6)
      expect(longitudeOf(mapX(longitude))).toBeCloseTo(longitude, 6)
    }
  })

  test('a circle at the date line is two boxes, at a pole the whole belt', () => {
    expect(boxOf({ latitude: -17, longitude: 179.9 }, 50)).toHaveLength(2)
    expect(boxOf({ latitude: 89.9, longitude: 10 }, 50)).toMatchObject([{ west: 0, east: 1 }])
  })

  test('the shares of the cells add up to the box', () => {
    const [box] = boxOf({ latitude: 39.95, longitude: -75.17 }, 50)
    const shares = cellsOf(box ? [box] : [])?.reduce((sum, { share }) => sum + share, 0)
    expect(shares).toBeCloseTo((box ? (box.east - box.west) * (box.south - box.north) : 0) * 1024 * 1024, 3)
  })

  test('a view shows the circle it was made for, and nonsense shows the world', () => {
    const point = { latitude: 39.95, longitude: -75.17 }
    const box = boxOfView(viewOf(point, 25))
    for (const corner of boxOf(point, 25)) {
      expect(corner.west).toBeGreaterThan(box.west)
      expect(corner.north).toBeGreaterThan(box.north)
    }
    const middle = placeIn(box, mapX(point.longitude), mapY(point.latitude))
    expect([Math.round(middle.x), Math.round(middle.y)]).toEqual([240, 210])
    for (const text of ['', '99/0/0', '1/91/0', 'x', '1/2', null]) expect(readMapView(text)).toBeUndefined()
  })

  test('a step north is north, and never over the pole', () => {
    let view = { zoom: 3, center: { latitude: 39.95, longitude: -75.17 } }
    for (let step = 0; step < 30; step++) {
      const next = moved(view, 'north')
      expect(next.center.latitude).toBeGreaterThanOrEqual(view.center.latitude)
      view = next
    }
    expect(view.center.latitude).toBeLessThanOrEqual(80)
  })
})
