const polynomial = 0xedb88320
const top = 0x80000000

/** a × b modulo the polynomial of CRC-32, bits in reverse: x⁰ is the topmost. */
function times(a: number, b: number): number {
  let product = 0
  let power = b
  for (let bit = top; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= power
    power = power & 1 ? (power >>> 1) ^ polynomial : power >>> 1
  }
  return product >>> 0
}

/** x to the power of 2ⁿ, for each n. */
const squares: number[] = [top >>> 1]
for (let n = 1; n < 64; n++) {
  const before = squares[n - 1] ?? 0
  squares.push(times(before, before))
}

/** The CRC-32 of one text behind another, from those of the two: as many zeros are put behind the first as the second is long. */
export function joinedCrc32(first: number, second: number, secondBytes: number): number {
  let shift = top
  let bits = secondBytes * 8
  for (let n = 0; bits > 0; n++, bits = Math.floor(bits / 2))
    if (bits % 2 === 1) shift = times(squares[n] ?? 0, shift)
  return (times(shift, first) ^ second) >>> 0
}
