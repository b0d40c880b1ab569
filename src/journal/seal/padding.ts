import { type Bytes, concat, numberBytes } from './bytes.ts'
import { SealBroken } from './sealBroken.ts'

/** The only lengths that a sealed text may have: an observer learns one of seven sizes. */
export const paddedSizes = [256, 512, 1024, 2048, 4096, 8192, 16_384] as const

const lengthBytes = 4

/** The text behind its length, filled with zeros up to the next allowed size. Throws when it is too long. */
export function pad(text: Uint8Array): Bytes {
  const size = paddedSizes.find((one) => one >= text.length + lengthBytes)
  if (size === undefined) throw new SealBroken('too-large')
  return concat(numberBytes(text.length, lengthBytes), text, new Uint8Array(size - lengthBytes - text.length))
}

export function unpad(padded: Uint8Array): Bytes {
  if (!paddedSizes.some((size) => size === padded.length)) throw new SealBroken('malformed')
  const length = new DataView(padded.buffer, padded.byteOffset, padded.length).getUint32(0)
  const end = lengthBytes + length
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0))
    throw new SealBroken('malformed')
  return padded.slice(lengthBytes, end)
}
