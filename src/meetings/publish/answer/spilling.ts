import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, type WriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

export type Spilled = Buffer | { path: string; bytes: number }

const mostInMemory = 256 * 1024

/** Bytes in memory while they are few, and in a file of this process when they are many. */
export class Spilling {
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

  async end(): Promise<Spilled> {
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
