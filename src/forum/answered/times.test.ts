import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { within } from './answered.rules.ts'
import { regular } from './testing/regular.ts'

const queue = '/forum/waiting'

describe('how long first answers took', () => {
  /** A post at noon, answered so many minutes later, or not. */
  async function asked(site: Site, okapi: TestMember, handle: string, minutes?: number): Promise<void> {
    site.setNow('2026-11-22T12:00:00Z')
    const topic = await postTopic(site, await site.member(handle))
    if (minutes === undefined) return
    site.setNow(site.now().add({ minutes }).toString())
    await postReply(site, okapi, topic, 'Here.')
  }

  test('is not said of nobody, of one, or of four', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    expect(await read(site, queue, okapi)).toContain('Nobody asked in the last seven days')
    for (let number = 1; number <= 4; number++) {
      await asked(site, okapi, `new-${number}`, 10)
      expect(await read(site, queue, okapi)).toContain('Fewer than 5 people asked')
    }
  })

  test('is the time of half of them and of nine in ten, rounded up', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40, 119]) await asked(site, okapi, `new-${minutes}`, minutes)
    expect(await read(site, queue, okapi)).toContain(
      'Of 5 posts of the last seven days that hoped for a first answer, half had one within 30 minutes, and nine of ten within 2 hours.',
    )
  })

  test('says no time that waiting alone has reached', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40]) await asked(site, okapi, `new-${minutes}`, minutes)
    await asked(site, okapi, 'still-waiting')
    site.setNow('2026-11-22T15:00:00Z')
    const page = await read(site, queue, okapi)
    expect(page).toContain(
      'half had one within 30 minutes. Fewer than nine of ten have one so far. One still waits, for 3 hours by now.',
    )
    for (let number = 1; number <= 4; number++) await asked(site, okapi, `also-${number}`)
    site.setNow('2026-11-22T15:00:00Z')
    expect(await read(site, queue, okapi)).toContain(
      'Of 9 posts of the last seven days that hoped for a first answer, fewer than half have one so far. 5 still wait, the longest for 3 hours by now.',
    )
  })

  test('leaves out what is older than a week', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40, 50]) await asked(site, okapi, `new-${minutes}`, minutes)
    site.setNow('2026-11-29T12:00:00Z')
    expect(await read(site, queue, okapi)).toContain('Nobody asked in the last seven days')
  })

  test('times are rounded up, so that what is said is true', () => {
    const said = (seconds: number) => Object.values(within(seconds)).join(' ')
    expect([0, 1, 60, 61, 59 * 60 + 1].map(said)).toEqual([
      'minutes 0',
      'minutes 1',
      'minutes 1',
      'minutes 2',
      'hours 1',
    ])
    expect([7141, 47 * 3600 + 1, 49 * 3600].map(said)).toEqual(['hours 2', 'days 2', 'days 3'])
  })
})
