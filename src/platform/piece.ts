import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Stands in a view where the piece will stand. Nobody can write it: text is escaped, and Markdown makes no comments. */
export const pieceMark = '<!--piece-->'

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
// What is around a piece is a few kilobytes: a small window costs less to set up.
const quick = { level: 1, memLevel: 6, windowBits: 13, chunkSize: 8192 }

/** The largest part of many members' pages: drawn once, compressed once, and put into each as it is. */
export class Piece {
  // Not the text: a drawn page is a tree of thousands of small strings, many times as large as its bytes.
  private readonly utf8: Buffer
  private deflated: Buffer | undefined

  constructor(html: string) {
    this.utf8 = Buffer.from(html)
  }

  /** What it keeps once it was asked for. */
  get bytes(): number {
    return this.utf8.length * 1.5
  }

  /** The page in plain. */
  within(page: string): string {
    return page.replace(pieceMark, () => this.utf8.toString())
  }

  /**
   * The page as gzip. DEFLATE is a row of blocks, and blocks that end on a byte and do not look back
   * (a full flush) may be put one after the other: https://www.rfc-editor.org/rfc/rfc1951#section-3.2
   */
  gzipWithin(page: string): Buffer {
    const mark = page.indexOf(pieceMark)
    const head = Buffer.from(page.slice(0, mark))
    const tail = Buffer.from(page.slice(mark + pieceMark.length))
    this.deflated ??= Buffer.from(
      deflateRawSync(this.utf8, { level: 9, finishFlush: constants.Z_FULL_FLUSH }),
    )
    const end = Buffer.allocUnsafe(8)
    end.writeUInt32LE(crc32(tail, crc32(this.utf8, crc32(head))), 0)
    end.writeUInt32LE(head.length + this.utf8.length + tail.length, 4)
    return Buffer.concat([
      gzipHeader,
      deflateRawSync(head, { ...quick, finishFlush: constants.Z_FULL_FLUSH }),
      this.deflated,
      deflateRawSync(tail, quick),
      end,
    ])
  }
}
