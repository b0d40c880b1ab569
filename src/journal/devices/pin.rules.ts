/** What a PIN is stretched with: Argon2id. */
export interface Stretching {
  memoryKib: number
  passes: number
}

export const usualStretching: Stretching = { memoryKib: 64 * 1024, passes: 3 }

/** For a phone that cannot give 64 MiB. Never below, whatever stands in the keyring (OWASP's second choice). */
export const leastStretching: Stretching = { memoryKib: 19 * 1024, passes: 2 }

export const isStretchedEnough = ({ memoryKib, passes }: Stretching): boolean =>
  memoryKib >= leastStretching.memoryKib && passes >= leastStretching.passes

export const pinTries = 10
const freeTries = 3

/** Seconds to wait after so many wrong PINs in a row: nothing at first, then 5, 10, 20 … up to five minutes. */
export function waitAfter(wrongPins: number): number {
  return wrongPins < freeTries ? 0 : Math.min(300, 5 * 2 ** (wrongPins - freeTries))
}

/** Four to twelve digits or letters; more is a passphrase, and welcome too. */
export const isPin = (pin: string): boolean => pin.length >= 4 && pin.length <= 64
