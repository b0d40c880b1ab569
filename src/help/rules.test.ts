import { expect, test } from 'vitest'
import { type Country, countries, directory, type Line, readLines } from './lines.ts'
import {
  crisisLines,
  findCountryIn,
  linesToCheck,
  shownLines,
  smsHref,
  standingOf,
  telHref,
} from './rules.ts'

const today = Temporal.PlainDate.from('2026-11-22')

function line(more: Partial<Line> = {}): Line {
  return {
    id: 'xx-line',
    kind: 'crisis',
    name: 'A line',
    number: '123',
    hours: null,
    cost: null,
    languages: [],
    source: 'a test',
    strength: 'B',
    verified_on: null,
    verified_by: null,
    ...more,
  }
}

const checked = (daysAgo: number) =>
  line({ verified_on: today.subtract({ days: daysAgo }), verified_by: 'kh' })
const country = (...lines: Line[]): Country => ({
  code: 'xx',
  also: [],
  name: 'X',
  emergency: ['112'],
  lines,
})

test.each([
  [0, 'verified'],
  [90, 'verified'],
  [91, 'due'],
  [180, 'due'],
  [181, 'expired'],
  [4000, 'expired'],
  [-1, 'unverified'],
] as const)('a line called %i days ago is %s', (daysAgo, standing) => {
  expect(standingOf(checked(daysAgo), today)).toBe(standing)
})

test('a line that nobody has called yet is shown with a mark, and one older than 180 days is hidden', () => {
  const shown = shownLines(country(line(), checked(10), checked(181)), today)
  expect(shown.map(({ verified }) => verified)).toEqual([false, true])
})

test('a number without a source is hidden until somebody has checked it', () => {
  expect(shownLines(country(line({ strength: 'C' })), today)).toEqual([])
  expect(shownLines(country({ ...checked(3), strength: 'C' }), today)).toHaveLength(1)
})

test('crisis lines come before the others', () => {
  const shown = shownLines(country(line({ kind: 'poison' }), line({ kind: 'substance' }), line()), today)
  expect(shown.map(({ line: { kind } }) => kind)).toEqual(['crisis', 'substance', 'poison'])
})

test('the operator sees what to call, the hidden ones first', () => {
  const list = linesToCheck(
    [country(checked(100), line(), checked(200), checked(5), line({ strength: 'C' }))],
    today,
  )
  expect(list.map(({ standing }) => standing)).toEqual(['expired', 'unverified', 'unsourced', 'due'])
})

test('a country is found by the code people use', () => {
  expect(findCountryIn(countries, 'US')?.code).toBe('us')
  expect(findCountryIn(countries, ' uk ')?.code).toBe('gb')
  expect(findCountryIn(countries, 'zz')).toBeUndefined()
  expect(findCountryIn(countries, '')).toBeUndefined()
  expect(findCountryIn(countries, undefined)).toBeUndefined()
})

test('whoever named no country gets one line of each that has one, and none that is hidden', () => {
  const found = crisisLines([country(line({ strength: 'C' }), line({ number: '456' })), country()], today)
  expect(found.map((one) => one.line.number)).toEqual(['456'])
  expect(crisisLines(countries, today)).toHaveLength(countries.length)
})

// Typed in twice on purpose: a slip of one digit in the file is found here.
test.each([
  ['us', '988', '1-800-662-4357', '1-800-222-1222'],
  ['gb', '116 123', '0300 123 6600'],
  ['ca', '9-8-8', '1-866-531-2600'],
  ['au', '13 11 14', '1300 659 467', '1800 250 015'],
  ['de', '0800 111 0 111', '0800 111 0 222', '116 123', '01806 313031'],
  ['ie', '116 123'],
  ['eu', '116 123'],
  ['my', '15555', '03-7627 2929', '1-800-22-2235'],
  ['th', '1323', '1165'],
  ['id', '119', '184'],
  ['nz', '1737', '0800 787 797'],
  ['sg', '1767'],
  ['ph', '1553'],
  ['in', '14416'],
])('the numbers of %s are those that were found', (code, ...numbers) => {
  const lines = findCountryIn(countries, code)?.lines ?? []
  expect(lines.flatMap(({ number }) => number ?? [])).toEqual(numbers)
})

test('numbers are dialled as digits', () => {
  expect(telHref('1-800-662-4357')).toBe('tel:18006624357')
  expect(smsHref('85258')).toBe('sms:85258')
})

test('every country of the file has a crisis line that shows, and ids are their own', () => {
  for (const one of countries) expect(shownLines(one, today)[0]?.line.kind, one.code).toBe('crisis')
  const ids = countries.flatMap(({ lines }) => lines.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(directory.url).toMatch(/^https:/)
})

test('nothing claims to be verified that nobody has called', () => {
  const claims = countries.flatMap(({ lines }) => lines.filter((one) => one.verified_on !== null))
  for (const one of claims) expect(one.verified_by, one.id).toMatch(/\S/)
})

test('a line without a number, or verified by nobody, stops the start with a sentence', () => {
  const file = (more: string) => `directory: {name: D, url: 'https://example.org'}
countries: [{code: xx, name: X, emergency: ['112'], lines: [{id: xx-a, kind: crisis, name: A, hours: null, cost: null,
  languages: [], source: s, strength: B, ${more}}]}]`
  expect(() => readLines(file('verified_on: null, verified_by: null'))).toThrow(/no number/)
  expect(() => readLines(file("number: '1', verified_on: 2026-01-01, verified_by: null"))).toThrow(
    /when or who/,
  )
  expect(() => readLines(file("number: 'abc', verified_on: null, verified_by: null"))).toThrow(
    /no number to dial/,
  )
})
