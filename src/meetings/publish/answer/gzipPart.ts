import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { joinedCrc32 } from './crc32.rules.ts'

const deflate = promisify(deflateRaw)

/** What is known of a compressed piece of a list without its bytes. */
export interface PartFacts {
  /** Compressed. */
  bytes: number
  textBytes: number
  crc: number
  hash: string
}

export type Part = PartFacts & { deflated: Buffer }

/**
 * A piece compressed by itself and left open at its end (RFC 1951: flushed, no last block), so that pieces that stay and
 * pieces that are new can be put behind one another as one compressed text.
 */
export async function compressPart(text: string): Promise<Part> {
  const plain = Buffer.from(text)
  const deflated =
    plain.length === 0
      ? Buffer.alloc(0)
      : await deflate(plain, { level: 6, finishFlush: constants.Z_FULL_FLUSH })
  const hash = createHash('sha256').update(plain).digest('base64url')
  return { deflated, bytes: deflated.length, textBytes: plain.length, crc: crc32(plain), hash }
}

/** RFC 1952: no name, no time, so that the same list is the same bytes on every node. */
export const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** The last, empty block, and what the text before it adds up to. */
export function gzipEnd(parts: PartFacts[]): Buffer {
  let crc = 0
  let length = 0
  for (const part of parts) {
    crc = joinedCrc32(crc, part.crc, part.textBytes)
    length += part.textBytes
  }
  const end = Buffer.alloc(10)
  end.set([0x03, 0x00])
  end.writeUInt32LE(crc, 2)
  end.writeUInt32LE(length % 2 ** 32, 6)
  return end
}
