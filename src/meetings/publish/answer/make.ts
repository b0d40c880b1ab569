import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, type WriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A list as it goes out: compressed, with what identifies it. A long one lies in a file, so that memory stays small. */
export interface Made {
  etag: string
  /** Before it was compressed. */
  bytes: number
  gzip: Buffer | { path: string; bytes: number }
  headers: Record<string, string>
}

export interface Making {
  /** The list, piece by piece. */
  pieces: AsyncIterable<string>
  /** What else the answer says, known when all pieces are made. */
  headers?: () => Record<string, string>
}

const mostInMemory = 256 * 1024
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

/** Bytes in memory while they are few, and in a file of this process when they are many. */
class Spilling {
  private parts: Buffer[] = []
  private bytes = 0
  private path: string | undefined
  private file: WriteStream | undefined
  private isFull = false

  add(part: Buffer): void {
    this.bytes += part.length
    if (this.file) {
      this.isFull = !this.file.write(part)
      return
    }
    this.parts.push(part)
    if (this.bytes <= mostInMemory) return
    this.path = join(folder(), randomUUID())
    this.file = createWriteStream(this.path)
    for (const each of this.parts) this.isFull = !this.file.write(each)
    this.parts = []
  }

  async caughtUp(): Promise<void> {
    if (this.isFull && this.file) await once(this.file, 'drain')
    this.isFull = false
  }

  async end(): Promise<Made['gzip']> {
    if (!this.file || !this.path) return Buffer.concat(this.parts)
    this.file.end()
    await finished(this.file)
    keepTrack(this.path)
    return { path: this.path, bytes: this.bytes }
  }

  async giveUp(): Promise<void> {
    this.file?.destroy()
    if (this.path) await unlink(this.path).catch(() => undefined)
  }
}

let ownFolder: string | undefined

function folder(): string {
  if (ownFolder) return ownFolder
  const made = mkdtempSync(join(tmpdir(), 'newleaf-lists-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  ownFolder = made
  return made
}

/** The whole list in each format and some large searches; an older one is made again when it is asked for. */
const mostFiles = 12
const files: string[] = []

function keepTrack(path: string): void {
  files.push(path)
  // Somebody who is reading it keeps reading: the file ends when it is closed.
  for (const old of files.splice(0, Math.max(0, files.length - mostFiles)))
    void unlink(old).catch(() => undefined)
}
