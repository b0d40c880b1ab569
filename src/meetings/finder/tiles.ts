import { open, stat } from 'node:fs/promises'
import { Refusal } from '../../platform/errors.ts'

/** A part of a file, as a browser asks for it. */
export interface FilePart {
  bytes: Uint8Array<ArrayBuffer>
  /** "bytes 0-16383/1234567" */
  range: string
  /** Another for another file: a browser that kept half of the old one begins anew. */
  etag: string
}

/** More is not given at once: a tile is a few dozen kilobytes, the directory of a large file some hundred. */
const mostBytes = 4 * 1024 * 1024

/** Reads the part a Range header asks for; without one nothing: the file is far too large to be given whole. */
export async function readPart(path: string, header: string | undefined): Promise<FilePart> {
  const { size, mtimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }))
  if (size < 0) throw new Refusal(404)
  const match = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header ?? '')
  const [from, until] = [Number(match?.[1]), Math.min(Number(match?.[2]), size - 1)]
  if (!match || from > until || until - from >= mostBytes) throw new Refusal(400)
  const file = await open(path)
  try {
    const bytes = new Uint8Array(new ArrayBuffer(until - from + 1))
    await file.read(bytes, 0, bytes.length, from)
    const etag = `"${size}-${Math.round(mtimeMs)}"`
    return { bytes, range: `bytes ${from}-${until}/${size}`, etag }
  } finally {
    await file.close()
  }
}
