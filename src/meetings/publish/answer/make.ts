import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Spilled, Spilling } from './spilling.ts'

/** A list as it goes out: compressed, with what identifies it. A long one lies in a file, so that memory stays small. */
export interface Made {
  etag: string
  /** Before it was compressed. */
  bytes: number
  gzip: Spilled
  headers: Record<string, string>
}

export interface Making {
  /** The list, piece by piece. */
  pieces: AsyncIterable<string>
  /** What else the answer says, known when all pieces are made. */
  headers?: () => Record<string, string>
}

/** Fewer, larger pieces are compressed in half the time. */
const pieceLength = 64 * 1024

/** Makes a list. Nothing of it goes out before the whole is there: a half of it would look like many deletions. */
export async function makeList({ pieces, headers }: Making): Promise<Made> {
  const hash = createHash('sha256')
  const into = new Spilling()
  const gzip = createGzip({ level: 6 })
  gzip.on('data', (part: Buffer) => into.add(part))
  let bytes = 0
  let waiting = ''
  const write = async (text: string) => {
    const part = Buffer.from(text)
    bytes += part.length
    hash.update(part)
    if (!gzip.write(part)) await once(gzip, 'drain')
    await into.caughtUp()
  }
  try {
    for await (const piece of pieces) {
      waiting += piece
      if (waiting.length < pieceLength) continue
      await write(waiting)
      waiting = ''
    }
    await write(waiting)
    gzip.end()
    await finished(gzip)
    const said = headers?.() ?? {}
    const etag = `W/"${hash.digest('base64url').slice(0, 27)}"`
    return { etag, bytes, gzip: await into.end(), headers: said }
  } catch (error) {
    gzip.destroy()
    await into.giveUp()
    throw error
  }
}
