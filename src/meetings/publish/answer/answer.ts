import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createGunzip, gunzip } from 'node:zlib'
import type { Context } from 'hono'
import { bytesOf, type Encoding, takes } from '../../../platform/compress.ts'
import { limit } from '../../../platform/guards.ts'
import type { Env } from '../../../platform/web.ts'
import { type Composing, composeList } from './compose.ts'
import { type Made, type Making, makeList } from './make.ts'
import { inTurn, withPlace } from './turns.ts'

/** A calendar app that asks every minute, from a house of many people, is far below it. */
const asking = { points: 1200, seconds: 60 }
/** What must be read from the database first. */
const makingAllowed = { points: 240, seconds: 60 }

const brotli = promisify(brotliCompress)
const unzip = promisify(gunzip)

/** A list that is made whole, or one in pieces of which most are there. */
export type Asked = Making | { compose: (of: object, key: string) => Promise<Made> }

export function inPieces<Facts>(list: Composing<Facts>): Asked {
  return { compose: (of, key) => composeList(of, key, list) }
}

export interface ListOf {
  /** The same key is the same list, until one of the tags changes. */
  key: string
  tags: string[]
  type: string
  /** Readers may keep it so long without asking. */
  maxAgeSeconds: number
  make: () => Asked | Promise<Asked>
  /** Only for the one who knows the address: made anew each time, and not for other sites. */
  secret?: boolean
}

/** Headers of everything that other sites and programs may read. */
export function openToAll(c: Context<Env>): void {
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', 'etag, newleaf-meetings, newleaf-left-out')
  c.header('cross-origin-resource-policy', 'cross-origin')
}

/** To a browser that asks ahead, because a page of another site wants to send along what it has already. */
export function allowAsking(c: Context<Env>): Response {
  openToAll(c)
  c.header('access-control-allow-methods', 'GET, HEAD')
  c.header('access-control-allow-headers', 'if-none-match')
  c.header('access-control-max-age', '86400')
  return c.body(null, 204)
}

/** Answers with a list: kept, compressed, and only as much of it as the reader does not have. */
export async function answerWith(c: Context<Env>, list: ListOf): Promise<Response> {
  await limit(c, 'lists', asking)
  const made = list.secret ? await madeOf(c, list) : await kept(c, list)
  if (!list.secret) openToAll(c)
  c.header('etag', made.etag)
  c.header('cache-control', `${list.secret ? 'private' : 'public'}, max-age=${list.maxAgeSeconds}`)
  c.header('vary', 'accept-encoding')
  for (const [name, value] of Object.entries(made.headers)) c.header(name, value)
  if (isKnown(c.req.header('if-none-match'), made.etag)) return c.body(null, 304)
  c.header('content-type', list.type)
  return send(c, made)
}

async function madeOf(c: Context<Env>, { key, make }: ListOf): Promise<Made> {
  const asked = await make()
  return 'compose' in asked ? asked.compose(c.var.db, key) : makeList(asked)
}

async function kept(c: Context<Env>, list: ListOf): Promise<Made> {
  const { db, cache } = c.var
  const { key, tags } = list
  const making = async () => {
    await limit(c, 'lists-made', makingAllowed)
    return withPlace(() => madeOf(c, list))
  }
  return inTurn(db, key, async () => {
    const made = await cache.remember(`list ${key}`, tags, making, bytesInMemory)
    return (await isThere(made)) ? made : await making()
  })
}

function bytesInMemory({ gzip }: Made): number {
  return Buffer.isBuffer(gzip) ? gzip.length : 0
}

async function isThere({ gzip }: Made): Promise<boolean> {
  if (Buffer.isBuffer(gzip)) return true
  const file = await open(gzip.path).catch(() => undefined)
  await file?.close()
  return file !== undefined
}

function isKnown(header: string | undefined, etag: string): boolean {
  const weak = (tag: string) => tag.trim().replace(/^W\//, '')
  return (
    header !== undefined &&
    (header.trim() === '*' || header.split(',').some((tag) => weak(tag) === weak(etag)))
  )
}

async function send(c: Context<Env>, { bytes, gzip }: Made): Promise<Response> {
  const accepted = c.req.header('accept-encoding')
  if (Buffer.isBuffer(gzip)) {
    const encoding = takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : 'identity'
    const body = encoding === 'gzip' ? gzip : await recoded(await unzip(gzip), encoding)
    say(c, encoding, body.length)
    return c.req.method === 'HEAD' ? c.body(null) : c.body(bytesOf(body))
  }
  const zipped = takes(accepted, 'gzip')
  say(c, zipped ? 'gzip' : 'identity', zipped ? gzip.bytes : bytes)
  if (c.req.method === 'HEAD') return c.body(null)
  const file = createReadStream(gzip.path)
  const body = zipped ? file : file.pipe(createGunzip())
  if (body !== file) file.on('error', (error) => body.destroy(error))
  return c.body(Readable.toWeb(body) as ReadableStream)
}

async function recoded(text: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return text
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  return brotli(text, { params })
}

function say(c: Context<Env>, encoding: Encoding, length: number): void {
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  c.header('content-length', String(length))
}
