import { Frames, pieceMark } from './frame.ts'
import { GzipPart, gzipOf } from './gzipParts.ts'

/** The largest part of many visitors' pages: drawn once, compressed once, and put into each as it is. */
export class Piece {
  /** Pages that stand around it alone. */
  readonly frames = new Frames(3)
  private html: string | undefined
  private compressed: GzipPart | undefined

  /** @param read seldom: compressed quickly, and what stands around it is kept elsewhere */
  constructor(
    html: string,
    private readonly read: 'often' | 'seldom' = 'often',
  ) {
    this.html = html
  }

  /** What it takes in memory with the frames around it. */
  get bytes(): number {
    return this.part.deflated.length + (this.read === 'often' ? this.frames.bytes : 0)
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

  /** From then on without the text: a drawn page is a tree of thousands of small strings, many times its bytes. */
  get part(): GzipPart {
    this.compressed ??= new GzipPart(this.html ?? '', this.read === 'often' ? 'often' : 'once')
    this.html = undefined
    return this.compressed
  }
}
