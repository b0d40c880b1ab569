import { describe, expect, test } from 'vitest'
import { type Bytes, randomBytes } from '../../seal/bytes.ts'
import { begun, newDevice } from '../../testing/tabs.ts'
import type { Opening } from '../opening.ts'
import { wrapWithPasskey } from './wrap.ts'

const minute = 60_000

/** A passkey that answers as the real ones do: the same to the same salt. */
function newPasskey() {
  const answer = randomBytes(32)
  return { asked: { id: randomBytes(20), salt: randomBytes(32), transports: [] }, says: () => answer.slice() }
}

async function added(tab: Opening, { asked, says } = newPasskey()): Promise<() => Bytes> {
  expect(await tab.tryPasskey(asked, says())).toBe('again')
  expect(await tab.tryPasskey(asked, says())).toBe('kept')
  return says
}

const state = { lock: 'open', pin: false, passkey: true, shared: false, wordsWait: false }

test('a passkey is kept when it has opened what it sealed, and its answer is wiped', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  const { asked, says } = newPasskey()
  const output = says()
  expect(await tab.tryPasskey(asked, output)).toBe('again')
  expect(output.every((byte) => byte === 0)).toBe(true)
  expect((await tab.state()).passkey).toBe(false)
  expect(await tab.tryPasskey(asked, says())).toBe('kept')
  expect(await tab.state()).toEqual(state)
  expect(await tab.passkey()).toEqual(asked)
})

test('a key that answers anew each time is never kept', async () => {
  const tab = await newDevice().openTab()
  await begun(tab)
  const { asked } = newPasskey()
  for (let times = 0; times < 4; times++) expect(await tab.tryPasskey(asked, randomBytes(32))).toBe('again')
  expect((await tab.state()).passkey).toBe(false)
})

test('with a passkey the journal closes after 15 quiet minutes, and opens with it', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  const says = await added(tab)
  device.clock.ms += 14 * minute
  expect((await (await device.openTab()).state()).lock).toBe('open')
  device.clock.ms += 16 * minute
  const later = await device.openTab()
  expect(await later.state()).toEqual({ ...state, lock: 'locked' })
  expect((await device.disk.keyring())?.wrapped).toBeUndefined()
  expect(await later.openWithPasskey(randomBytes(32))).toBe(false)
  expect((await later.state()).lock).toBe('locked')
  expect(await later.openWithPasskey(says())).toBe(true)
  expect(later.session?.book.list()).toHaveLength(1)
  // The next page need not ask again.
  expect((await (await device.openTab()).state()).lock).toBe('open')
})

test('the PIN and the passkey come and go without each other', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  const says = await added(tab)
  await tab.setPin('2580')
  await tab.removeWay('pin')
  await tab.lock()
  expect(await (await device.openTab()).state()).toEqual({ ...state, lock: 'locked' })
  expect(await tab.openWithPasskey(says())).toBe(true)
  await tab.setPin('2580')
  await tab.removeWay('passkey')
  await tab.lock()
  expect(await tab.openWithPasskey(says())).toBe(false)
  expect(await tab.openWithPin('2580')).toEqual({ ok: true })
  await tab.removeWay('pin')
  device.clock.ms += 60 * minute
  // With neither of them it opens by itself again.
  expect((await (await device.openTab()).state()).lock).toBe('open')
})

test('ten wrong PINs take the PIN away, not the passkey', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  await begun(tab)
  const says = await added(tab)
  await tab.setPin('2580')
  await tab.lock()
  for (let tries = 0; tries < 10; tries++) await (await device.openTab()).openWithPin('0000')
  const last = await device.openTab()
  expect(await last.state()).toEqual({ ...state, lock: 'locked' })
  expect(await last.openWithPasskey(says())).toBe(true)
})

test('a passkey that is gone takes nothing along: the words open it, and need none', async () => {
  const device = newDevice()
  const tab = await device.openTab()
  const words = await begun(tab)
  await added(tab)
  await tab.lock()
  expect(await tab.openWithWords(words, 'device')).toEqual({ ok: true })
  expect((await tab.state()).passkey).toBe(false)
  expect(tab.session?.book.list()).toHaveLength(1)
})

describe('no passkey is added', () => {
  test('before the words are written down', async () => {
    const tab = await newDevice().openTab()
    await tab.begin('device')
    const { asked, says } = newPasskey()
    const output = says()
    await expect(tab.tryPasskey(asked, output)).rejects.toThrow('not written down')
    expect(output.every((byte) => byte === 0)).toBe(true)
  })

  test('on a shared device', async () => {
    const tab = await newDevice().openTab()
    await begun(tab, 'memory')
    const { asked, says } = newPasskey()
    await expect(tab.tryPasskey(asked, says())).rejects.toThrow('can be added')
  })

  test('to a locked journal', async () => {
    const tab = await newDevice().openTab()
    await begun(tab)
    await tab.setPin('2580')
    await tab.lock()
    const { asked, says } = newPasskey()
    await expect(tab.tryPasskey(asked, says())).rejects.toThrow('can be added')
  })
})

describe('somebody who writes on the disk', () => {
  test('cannot make the passkey open a journal of theirs', async () => {
    const device = newDevice()
    const tab = await device.openTab()
    await begun(tab)
    const says = await added(tab)
    await tab.lock()
    const { asked } = newPasskey()
    // Their own secret, under the very answer of the person's passkey: more than they could ever know.
    const planted = await wrapWithPasskey(randomBytes(16), asked, says())
    await device.disk.changeKeyring((ring) => ({ ...ring, passkey: planted }))
    const next = await device.openTab()
    expect(await next.openWithPasskey(says())).toBe(false)
    expect((await next.state()).lock).toBe('locked')
    expect(next.session).toBeUndefined()
  })

  test('cannot have it answer to another salt, or stand for another passkey', async () => {
    const device = newDevice()
    const tab = await device.openTab()
    await begun(tab)
    const says = await added(tab)
    await tab.lock()
    const kept = (await device.disk.keyring())?.passkey
    for (const swapped of [{ salt: randomBytes(32) }, { id: randomBytes(20) }]) {
      await device.disk.changeKeyring((ring) => (kept ? { ...ring, passkey: { ...kept, ...swapped } } : ring))
      expect(await (await device.openTab()).openWithPasskey(says())).toBe(false)
    }
  })

  test('finds nothing that the passkey answered, and nothing after the device was forgotten', async () => {
    const device = newDevice()
    const tab = await device.openTab()
    await begun(tab)
    const says = await added(tab)
    const ring = JSON.stringify(await device.disk.keyring(), (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    )
    expect(ring).toContain('"passkey"')
    expect(ring).not.toContain(Buffer.from(says()).toString('hex'))
    await tab.forget()
    expect(await device.disk.keyring()).toBeUndefined()
    expect(await tab.openWithPasskey(says())).toBe(false)
  })
})
