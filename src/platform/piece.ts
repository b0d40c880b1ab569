import { Frame, pieceMark } from './frame.ts'
import { GzipPart, gzipOf } from './gzipParts.ts'

const mostFrames = 3
/** About what a frame takes, compressed. */
const frameBytes = 8_000

/** The largest part of many members' pages: drawn once, compressed once, and put into each as it is. */
export class Piece {
  private html: string | undefined
  private compressed: GzipPart | undefined
  private readonly frames = new Map<string, Frame>()

  constructor(html: string) {
    this.html = html
  }

  /** What it takes in memory with the frames around it. */
  get bytes(): number {
    return this.part.deflated.length + mostFrames * frameBytes
  }

  /** The page in plain. */
  within(page: string): string {
    return page.replace(pieceMark, () => this.html ?? this.part.text())
  }

  /** The page as gzip. */
  gzipWithin(page: string): Buffer {
    const mark = page.indexOf(pieceMark)
    const around = [page.slice(0, mark), page.slice(mark + pieceMark.length)] as const
    return gzipOf([new GzipPart(around[0], 'once'), this.part, new GzipPart(around[1], 'once')])
  }

  /**
   * The page that stands around it, the same for many but for a few values.
   * @param key all that it depends on, besides those values and what the piece itself depends on
   */
  frame(key: string, draw: () => string): Frame {
    let frame = this.frames.get(key)
    if (frame) this.frames.delete(key)
    else frame = new Frame(draw())
    this.frames.set(key, frame)
    if (this.frames.size > mostFrames)
      for (const oldest of this.frames.keys().take(1)) this.frames.delete(oldest)
    return frame
  }

  /** From then on without the text: a drawn page is a tree of thousands of small strings, many times its bytes. */
  get part(): GzipPart {
    this.compressed ??= new GzipPart(this.html ?? '', 'often')
    this.html = undefined
    return this.compressed
  }
}
