import type { Keyring } from '../store-on-device/deviceStore.ts'

type Wrapped = Pick<Required<Keyring>, 'wrapping' | 'wrapped'>
type Way = 'pin' | 'passkey'

/** Whether it closes by itself: with a way to open it again that the person chose. */
export const closes = ({ pin, passkey }: Keyring): boolean => !!pin || !!passkey

/** Until then the next page need not ask. */
export const leftOpen = (ring: Keyring, wrapped: Wrapped, openUntil: number): Keyring => ({
  ...ring,
  ...wrapped,
  openUntil,
})

/** Nothing here opens it any more without the person; where only their words would and nobody has them, it stays as it is. */
export function closed(ring: Keyring): Keyring {
  if (ring.wordsWait) return ring
  const { wrapping: _, wrapped: __, openUntil: ___, ...rest } = ring
  return rest
}

/** One way in less. With none left it opens by itself again. */
export function without(way: Way, ring: Keyring, wrapped: Wrapped, openUntil: number): Keyring {
  const { [way]: _, openUntil: __, wrongPins, ...rest } = ring
  const count = way === 'pin' || wrongPins === undefined ? {} : { wrongPins }
  return { ...rest, ...count, ...wrapped, ...(closes(rest) ? { openUntil } : {}) }
}

/** After too many wrong PINs: the PIN is gone, and whatever else would open it without the person. */
export function pinSpent(ring: Keyring): Keyring {
  const { pin: _, wrapped: __, wrapping: ___, ...rest } = ring
  return { ...rest, wrongPins: 0 }
}
