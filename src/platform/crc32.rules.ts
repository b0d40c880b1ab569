/**
 * The check sum of two texts, one after the other, from the sums of both: `zlib` gives the sum of bytes and cannot put
 * sums together. Sums are remainders of polynomials over GF(2), the lowest power in the highest bit
 * (https://www.rfc-editor.org/rfc/rfc1952#section-8).
 */

const polynomial = 0xedb88320
const one = 0x8000_0000

/** x to the power of the bits in so many bytes: what a sum is multiplied with when so many bytes follow. */
export function powerFor(bytes: number): number {
  let power = one
  let square = 0x0080_0000
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = multiply(square, power)
    square = multiply(square, square)
  }
  return power
}

/** @param then the sum of what follows, and `powerFor` its length */
export function crc32After(crc: number, then: { crc: number; power: number }): number {
  return (multiply(then.power, crc) ^ then.crc) >>> 0
}

function multiply(a: number, b: number): number {
  let product = 0
  let factor = b
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor
    factor = factor & 1 ? (factor >>> 1) ^ polynomial : factor >>> 1
  }
  return product >>> 0
}
