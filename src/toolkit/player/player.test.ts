import { expect } from 'vitest'
import { test } from '../../testing/site.ts'
import { clockOf, isReadOut, momentAt, type Phase } from './clock.rules.ts'
import { placeOnWave, sea } from './wave.rules.ts'

const breath: Phase[] = [
  { say: 'In', seconds: 4, shape: 'grow' },
  { say: 'Out', seconds: 6, shape: 'shrink' },
]

test('after a phone has slept, a technique is where the clock says it is', () => {
  expect(momentAt(breath, 0)).toEqual({ at: 0, phaseMs: 0 })
  expect(momentAt(breath, 3999)).toEqual({ at: 0, phaseMs: 3999 })
  expect(momentAt(breath, 4000)).toEqual({ at: 1, phaseMs: 0 })
  expect(momentAt(breath, 10_000)).toBeUndefined()
  // A clock that was put back does not go below the start.
  expect(momentAt(breath, -5000)).toEqual({ at: 0, phaseMs: 0 })
})

test('a screen reader is told of every long step, and of a breath only until it is known', () => {
  const [into] = breath
  if (!into) throw new Error('no breath')
  expect([0, 1, 2, 3, 30].map((round) => isReadOut(into, round))).toEqual([true, true, true, false, false])
  expect(isReadOut({ ...into, seconds: 30 }, 30)).toBe(true)
})

test('the wave rises and falls within its picture', () => {
  const heights = [0, 0.25, 0.5, 0.75, 1].map((part) => placeOnWave(part))
  const [start, climbing, high, falling, end] = heights.map(({ y }) => y)
  expect([start, climbing, high, falling, end]).toEqual(
    [start, climbing, high, falling, end].map((y) => Math.min(sea.floor, Math.max(0, y ?? -1))),
  )
  expect(high).toBeLessThan(start ?? 0)
  expect(end).toBe(start)
  expect(clockOf(65)).toBe('1:05')
})

test('only pages that are followed with the hands free may keep the screen on', async ({ site }) => {
  const policy = async (path: string) => (await site.get(path)).headers.get('permissions-policy')
  for (const path of ['/now/craving', '/now/stomach', '/toolkit/muscle-relaxation'])
    expect(await policy(path), path).toContain('screen-wake-lock=(self)')
  for (const path of ['/now', '/now/thoughts', '/toolkit', '/'])
    expect(await policy(path), path).toContain('screen-wake-lock=()')
})

test('a craving comes with a wave, an upset stomach with a sip timer, and nothing speaks or buzzes by itself', async ({
  site,
}) => {
  const craving = await (await site.get('/now/craving')).text()
  expect(craving).toContain('data-wave-rider')
  expect(craving).not.toContain('guided-shape')
  const stomach = await (await site.get('/now/stomach')).text()
  expect(stomach).toMatch(/<section class="guided sips"[^>]* hidden/)
  expect(stomach).toContain('island/toolkit/sips')
  for (const html of [craving, stomach]) {
    expect(html).toMatch(/<label hidden><input type="checkbox" name="voice"/)
    expect(html).not.toContain('checked')
  }
})
