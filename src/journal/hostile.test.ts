import { describe, expect, test } from 'vitest'
import { randomBytes } from './seal/bytes.ts'
import { openDevice } from './testing/device.ts'
import { lieTo } from './testing/hostile.ts'
import { liesAboutHistory } from './testing/liesAboutHistory.ts'
import { liesAboutRecords } from './testing/liesAboutRecords.ts'
import { MemoryVault } from './testing/memoryVault.ts'

const attacks = [...liesAboutHistory, ...liesAboutRecords]

describe('a server that', () => {
  test.each(attacks)('%s', async (_, kinds, lies) => {
    const seen = await lieTo(lies)
    expect(seen.result).toBe('trouble')
    expect([kinds].flat()).toContain(seen.trouble)
    // What the device held before is what it holds now.
    if (!lies.readerWrites) expect(seen.tookOver).toBe(false)
    expect(seen.revealed).toEqual([])
    expect(seen.askedAfterwards).toBe(false)
  })

  test('hands over the vault of somebody else is refused', async () => {
    const theirs = new MemoryVault()
    const somebody = await openDevice(randomBytes(16), theirs)
    await somebody.sync.turnOn()
    await somebody.book.putAll([{ type: 'checkin', fields: { note: 'theirs' } }])
    await somebody.sync.round()
    const mine = await openDevice(randomBytes(16), theirs)
    await mine.sync.turnOn()
    expect(await mine.sync.round()).toBe('trouble')
    expect(mine.book.list()).toEqual([])
  })
})

test('there are at least 25 of them', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(25)
})
