import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './slugs.ts'

test('a name becomes an address that can be read aloud', () => {
  expect(slugOf('First Week Together')).toBe('first-week-together')
  expect(slugOf("Zurück ins Leben: Mia's Kreis!")).toBe('zuruck-ins-leben-mias-kreis')
})

test('a name without Latin letters still gets an address', () => {
  expect(slugOf('静かな夜')).toBe('group')
  expect(slugOf('🌿')).toBe('group')
})

test('no group can take the address of a page of ours', () => {
  expect(slugOf('New')).toBe('new-group')
  expect(slugOf('FIT')).toBe('fit-group')
})

test('the second group of a name gets the next free number', () => {
  expect(freeSlug('night-watch', [])).toBe('night-watch')
  expect(freeSlug('night-watch', ['night-watch', 'night-watch-2'])).toBe('night-watch-3')
})

test('whatever the name, the database takes the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slugOf(name).length).toBeLessThanOrEqual(70)
    }),
  )
})
