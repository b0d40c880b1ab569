import { expect, test } from 'vitest'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { begun, newDevice, wordsOf } from '../testing/tabs.ts'
import { isStretchedEnough, waitAfter } from './pin.rules.ts'

const minute = 60_000

test('a journal begins at once, and shows its words until two of them were read back', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  expect((await tab.state()).lock).toBe('none')
  expect(await tab.showWords()).toBeUndefined()
  expect(await tab.begin('device')).toBe(true)
  expect(await tab.begin('device')).toBe(false)
  await tab.session?.book.putAll([{ type: 'craving', fields: { strength: 8 } }])

  // The next page, days later: it is open, and still says that the words wait.
  const later = await device.openTab()
  expect(await later.state()).toEqual({
    lock: 'open',
    pin: false,
    passkey: false,
    shared: false,
    wordsWait: true,
  })
  expect(later.session?.book.list()).toHaveLength(1)
  const { words, ask } = await wordsOf(later)
  expect(words).toHaveLength(12)
  expect(ask[0]).toBeLessThan(ask[1])
  expect(await later.confirmWords(['wrong', words[ask[1]] ?? ''])).toBe(false)
  expect((await later.state()).wordsWait).toBe(true)
  expect(await later.confirmWords([` ${words[ask[0]]?.toUpperCase()} `, words[ask[1]] ?? ''])).toBe(true)
  expect(await later.showWords()).toBeUndefined()
  expect(await (await device.openTab()).showWords()).toBeUndefined()
})

test('what could lock somebody out waits for the words', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await tab.begin('device')
  await expect(tab.setPin('2580')).rejects.toThrow('not written down')
  await expect(tab.needWords()).rejects.toThrow('not written down')
  // Whatever locks it, nobody has anything yet that would open it again.
  await tab.lock()
  expect((await (await device.openTab()).state()).lock).toBe('open')
})

test('whoever types the words has them', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await tab.begin('device')
  const { words } = await wordsOf(tab)
  expect(await tab.openWithWords(words.join(' '), 'device')).toEqual({ ok: true })
  expect((await tab.state()).wordsWait).toBe(false)
})

test('on a shared device the words wait in memory', async () => {
  const tab = await newDevice().openTab()
  await tab.begin('memory')
  expect(await tab.state()).toEqual({
    lock: 'open',
    pin: false,
    passkey: false,
    shared: true,
    wordsWait: true,
  })
  const { words, ask } = await wordsOf(tab)
  expect(await tab.confirmWords([words[ask[0]] ?? '', words[ask[1]] ?? ''])).toBe(true)
  expect(await tab.showWords()).toBeUndefined()
})

test('on the person’s own device the next page is open by itself', async () => {
  const device = newDevice()
  await begun(await device.openTab())
  const next = await device.openTab()
  expect(next.session?.book.list()).toMatchObject([{ fields: { note: 'day one' } }])
})

test('on a shared device nothing is left for the next page', async () => {
  const device = newDevice()
  await begun(await device.openTab(), 'memory')
  expect(await device.disk.rows()).toEqual([])
  expect((await (await device.openTab()).state()).lock).toBe('none')
})

test('with a PIN the journal closes after 15 quiet minutes and opens with it', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  await tab.setPin('2580')
  expect(device.asked).toEqual([{ memoryKib: 64 * 1024, passes: 3 }])
  device.clock.ms += 14 * minute
  expect((await (await device.openTab()).state()).lock).toBe('open')
  device.clock.ms += 16 * minute
  const later = await device.openTab()
  expect(await later.state()).toEqual({
    lock: 'locked',
    pin: true,
    passkey: false,
    shared: false,
    wordsWait: false,
  })
  // Nothing on the disk opens it without the PIN any more.
  expect((await device.disk.keyring())?.wrapped).toBeUndefined()
  expect(await later.openWithPin('1111')).toEqual({ ok: false, triesLeft: 9 })
  expect(await later.openWithPin('2580')).toEqual({ ok: true })
  expect(later.session?.book.list()).toHaveLength(1)
})

test('a slow disk does not take away again what the PIN has opened', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  await tab.setPin('2580')
  await tab.lock()
  // Each read is answered late, as on a phone that is busy: a sign of life comes in between.
  const slow: DeviceStore = {
    ...device.disk,
    keyring: async () => {
      const ring = await device.disk.keyring()
      await new Promise((resolve) => setTimeout(resolve, 20))
      return ring
    },
  }
  const other = await device.openTab(slow)
  expect(await other.openWithPin('2580')).toEqual({ ok: true })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect((await (await device.openTab()).state()).lock).toBe('open')
})

test('ten wrong PINs, however the page is reloaded, leave only the words', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  const words = await begun(tab)
  await tab.setPin('2580')
  await tab.lock()
  for (let tries = 0; tries < 10; tries++) await (await device.openTab()).openWithPin('0000')
  const last = await device.openTab()
  expect(await last.state()).toEqual({
    lock: 'locked',
    pin: false,
    passkey: false,
    shared: false,
    wordsWait: false,
  })
  expect(await last.openWithPin('2580')).toEqual({ ok: false, triesLeft: 0 })
  expect(await last.openWithWords(words, 'device')).toEqual({ ok: true })
  expect(last.session?.book.list()).toHaveLength(1)
})

test('wrong PINs one after the other have to wait', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  await tab.setPin('2580')
  await tab.lock()
  for (let tries = 0; tries < 3; tries++) expect((await tab.openWithPin('0000')).ok).toBe(false)
  expect(await tab.openWithPin('2580')).toEqual({ ok: false, waitSeconds: 5 })
  device.clock.ms += 6000
  expect(await tab.openWithPin('2580')).toEqual({ ok: true })
  expect([0, 2, 3, 4, 20].map(waitAfter)).toEqual([0, 0, 5, 10, 300])
})

test('a phone with little memory stretches less, never below the floor', async () => {
  const device = newDevice({ poor: true })
  const tab = await device.openTab()
  await begun(tab)
  await tab.setPin('2580')
  expect((await device.disk.keyring())?.pin).toMatchObject({ memoryKib: 19 * 1024, passes: 2 })
  // Whoever can write on the disk cannot make the PIN cheaper to guess.
  const ring = await device.disk.keyring()
  await tab.lock()
  if (ring?.pin) await device.disk.keepKeyring({ pin: { ...ring.pin, memoryKib: 8, passes: 1 } })
  expect((await tab.openWithPin('2580')).ok).toBe(false)
  expect(isStretchedEnough({ memoryKib: 19 * 1024, passes: 1 })).toBe(false)
})

test('the words of another journal do not open this one, and mistakes are named', async () => {
  const device = newDevice()
  const other = await begun(await newDevice().openTab())
  await begun(await device.openTab())
  const tab = await device.openTab()
  expect(await tab.openWithWords(other, 'device')).toEqual({ ok: false, other: true })
  expect(await tab.openWithWords('only three words', 'device')).toMatchObject({ ok: false, mistake: {} })
  expect(tab.session?.book.list()).toHaveLength(1)
})

test('words of a journal that is nowhere near make nothing while there is no line', async () => {
  const other = await begun(await newDevice().openTab())
  const device = newDevice()
  const tab = await device.openTab()
  expect(await tab.openWithWords(other, 'device')).toEqual({ ok: false, unreachable: true })
  expect((await tab.state()).lock).toBe('none')
})

test('forgetting leaves nothing', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  await tab.forget()
  expect([await device.disk.rows(), await device.disk.keyring()]).toEqual([[], undefined])
  expect((await tab.state()).lock).toBe('none')
})
