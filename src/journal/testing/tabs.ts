import { argon2id } from 'hash-wasm'
import { expect } from 'vitest'
import { Opening } from '../devices/opening.ts'
import type { Stretching } from '../devices/pin.rules.ts'
import { queue } from '../host/oneAtATime.ts'
import { Session } from '../host/session.ts'
import type { Bytes } from '../seal/bytes.ts'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { memoryStore } from '../store-on-device/memoryStore.ts'

/** A device whose tabs come and go; the disk and the clock stay. */
export function newDevice({ poor = false } = {}) {
  const disk = memoryStore()
  const clock = { ms: 1_764_000_000_000 }
  const asked: Stretching[] = []
  const stretch = async (pin: string, salt: Bytes, how: Stretching): Promise<Bytes> => {
    asked.push(how)
    if (poor && how.memoryKib > 20_000) throw new Error('So much memory is not to be had.')
    // As many passes as the person's own device would make, over less memory: a test should not take a second.
    return new Uint8Array(
      await argon2id({
        password: pin,
        salt,
        memorySize: how.memoryKib / 64,
        iterations: how.passes,
        parallelism: 1,
        hashLength: 32,
        outputType: 'binary',
      }),
    )
  }
  const openTab = async (store: DeviceStore = disk) => {
    const tab = new Opening({
      device: store,
      nowMs: () => clock.ms,
      stretch,
      openSession: (secret, at) =>
        Session.open({
          secret,
          store: at,
          // No line: the vault is not reached.
          fetcher: () => Promise.reject(new TypeError('offline')),
          nowMs: () => clock.ms,
          exclusive: queue(),
          oneRound: queue(),
          onChange: () => {},
          onSync: () => {},
        }),
      onState: () => {},
    })
    await tab.start()
    return tab
  }
  return { disk, clock, asked, openTab }
}

export async function wordsOf(tab: Opening): Promise<{ words: string[]; ask: [number, number] }> {
  const shown = await tab.showWords()
  if (!shown) throw new Error('No words are shown.')
  return shown
}

export async function begun(tab: Opening, staying: 'device' | 'memory' = 'device'): Promise<string> {
  expect(await tab.begin(staying)).toBe(true)
  const { words, ask } = await wordsOf(tab)
  expect(await tab.confirmWords([words[ask[0]] ?? '', words[ask[1]] ?? ''])).toBe(true)
  await tab.session?.book.putAll([{ type: 'checkin', fields: { note: 'day one' } }])
  return words.join(' ')
}
