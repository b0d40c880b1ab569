import * as v from 'valibot'
import { bytesInRequest, writesInBatch } from './limits.ts'

/** The lengths that a sealed blob can have: docs/sealed-format.md. Anything else was not padded, or is no blob. */
const blobSizes = new Set([256, 512, 1024, 2048, 4096, 8192, 16_384].map((size) => 1 + 16 + 12 + size + 16))
const formatVersion = 1

const bytesOf = (text: string) => Buffer.from(text, 'base64url')

/** One spelling for each value: what Node reads leniently is written again and compared. */
const base64url = (size: (bytes: number) => boolean) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]+$/),
    v.check((text) => bytesOf(text).toString('base64url') === text && size(bytesOf(text).length)),
    v.transform(bytesOf),
  )

const id = base64url((bytes) => bytes === 16)
const revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_000))

const write = v.strictObject({
  opId: id,
  recordId: id,
  baseRev: revision,
  blob: v.pipe(
    base64url((bytes) => blobSizes.has(bytes)),
    v.check((blob) => blob[0] === formatVersion),
  ),
  gone: v.optional(v.literal(true)),
})

const batch = v.strictObject({
  writes: v.pipe(
    v.array(write),
    v.minLength(1),
    v.maxLength(writesInBatch),
    v.check((writes) => isEachOnce(writes.map(({ opId }) => opId))),
    v.check((writes) => isEachOnce(writes.map(({ recordId }) => recordId))),
  ),
})

const work = v.strictObject({
  day: v.pipe(v.string(), v.isoDate()),
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/)),
})

export type Write = v.InferOutput<typeof write>

export interface Holder {
  vaultId: Buffer
  token: Buffer
}

const credentials = v.tuple([id, base64url((bytes) => bytes === 32)])

/** `Newleaf <vault id>.<token>`; undefined for anything else. */
export function readHolder(header: string | undefined): Holder | undefined {
  const [, words = ''] = /^Newleaf ([\w-]+\.[\w-]+)$/.exec(header ?? '') ?? []
  const read = v.safeParse(credentials, words.split('.'))
  return read.success ? { vaultId: read.output[0], token: read.output[1] } : undefined
}

export const readBatch = (text: string): Write[] | undefined => readJson(batch, text)?.writes
export const readWork = (text: string) => readJson(work, text)

/** `<meeting id>.key` or `.secret`, from a header. */
export function readMeet(header: string | undefined): { id: Buffer; kind: 'key' | 'secret' } | undefined {
  const [, name = '', kind = ''] = /^([\w-]{22})\.(key|secret)$/.exec(header ?? '') ?? []
  const read = v.safeParse(id, name)
  return read.success ? { id: read.output, kind: kind as 'key' | 'secret' } : undefined
}

/** The revision in `?since=`; undefined for nonsense. */
export function readSince(text: string | undefined): number | undefined {
  return text !== undefined && /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 2_147_483_000
    ? Number(text)
    : undefined
}

function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  if (text.length > bytesInRequest) return undefined
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

function isEachOnce(ids: Buffer[]): boolean {
  return new Set(ids.map((one) => one.toString('hex'))).size === ids.length
}
