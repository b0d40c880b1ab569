import { open, stat } from 'node:fs/promises'
import { Refusal } from '../../platform/errors.ts'

/** A part of a file, as a browser asks for it. */
export interface FilePart {
  bytes: Uint8Array<ArrayBuffer>
  /** "bytes 0-16383/1234567" */
  range: string
}

/** More is not given at once: a tile is a few dozen kilobytes, the directory of a large file some hundred. */
const mostBytes = 4 * 1024 * 1024

/** Reads the part a Range header asks for; without one nothing: the file is far too large to be given whole. */
export async function readPart(path: string, header: string | undefined): Promise<FilePart> {
  const { size } = await stat(path).catch(() => ({ size: -1 }))
  if (size < 0) throw new Refusal(404)
  const match = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header ?? '')
  const [from, until] = [Number(match?.[1]), Math.min(Number(match?.[2]), size - 1)]
  if (!match || from > until || until - from >= mostBytes) throw new Refusal(400)
  const file = await open(path)
  try {
    const bytes = new Uint8Array(new ArrayBuffer(until - from + 1))
    await file.read(bytes, 0, bytes.length, from)
    return { bytes, range: `bytes ${from}-${until}/${size}` }
  } finally {
    await file.close()
  }
}
