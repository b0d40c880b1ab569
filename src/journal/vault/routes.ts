import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../platform/errors.ts'
import { limit } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import {
  bytesInRequest,
  meetsAllowed,
  newVaultsAllowed,
  requestsAllowed,
  strangersAllowed,
} from './limits.ts'
import { type Holder, readBatch, readHolder, readMeet, readSince, readWork } from './reading.ts'
import {
  addVault,
  findVault,
  leaveNote,
  listSince,
  removeVault,
  type StoredRecord,
  takeNote,
  writeBatch,
} from './store.ts'
import { isPaidFor } from './work.ts'

type C = Context<Env>

/** The server's side of the sealed journal. It is mounted before anybody asks who somebody is: it cannot know. */
export const vault = slice()

vault.onError((error, c) => {
  if (!(error instanceof Refusal)) throw error
  if (error.retryAfterSeconds !== undefined) c.header('retry-after', String(error.retryAfterSeconds))
  return say(c, { refused: error.status === 429 ? 'too-often' : 'refused' }, error.status)
})

vault.use(
  bodyLimit({
    maxSize: bytesInRequest,
    onError: () => {
      throw new Refusal(413)
    },
  }),
)

// What comes with a cookie comes from a page that could say whose vault this is.
vault.use(async (c, next) => {
  if (c.req.header('cookie') !== undefined) throw new Refusal(400)
  await next()
})

vault.post('/', async (c) => {
  const holder = readHolder(c.req.header('authorization'))
  const work = readWork(await c.req.text())
  if (!holder || !work) throw new Refusal(400)
  await limit(c, 'new vault', newVaultsAllowed)
  if (!isPaidFor(holder.vaultId, work, todayOf(c))) throw new Refusal(403)
  if (!(await addVault(c.var.db, holder))) throw new Refusal(401)
  return say(c, {}, 201)
})

vault.delete('/', async (c) => {
  const { vaultId } = await getHolder(c)
  await removeVault(c.var.db, vaultId)
  return say(c, {})
})

vault.get('/records', async (c) => {
  const { vaultId } = await getHolder(c)
  const since = readSince(c.req.query('since'))
  if (since === undefined) throw new Refusal(400)
  const { records, more, head } = await listSince(c.var.db, vaultId, since)
  return say(c, { records: records.map(shown), more, head })
})

vault.put('/records', async (c) => {
  const { vaultId } = await getHolder(c)
  const writes = readBatch(await c.req.text())
  if (!writes) throw new Refusal(400)
  const written = await writeBatch(c.var.db, vaultId, writes, todayOf(c))
  if (!written) throw new Refusal(401)
  if ('refused' in written) throw new Refusal(written.refused === 'full' ? 413 : 422)
  if ('stale' in written) return say(c, { stale: written.stale.map(shown) }, 409)
  return say(c, written)
})

vault.put('/meet', async (c) => {
  const meet = readMeet(c.req.header('x-meet'))
  const note = Buffer.from(await c.req.arrayBuffer())
  if (!meet || note.length < 1 || note.length > 128) throw new Refusal(400)
  await limit(c, 'meet', meetsAllowed)
  if (!(await leaveNote(c.var.db, meet, note, todayOf(c)))) throw new Refusal(409)
  return say(c, {})
})

vault.get('/meet', async (c) => {
  const meet = readMeet(c.req.header('x-meet'))
  if (!meet) throw new Refusal(400)
  await limit(c, 'meet', meetsAllowed)
  const note = await takeNote(c.var.db, meet)
  c.header('cache-control', 'no-store')
  if (!note) return c.body(null, 204)
  c.header('content-type', 'application/octet-stream')
  return c.body(new Uint8Array(note))
})

/** Whoever shows the token of a vault that is there. Everybody else gets one answer, whatever was wrong. */
async function getHolder(c: C): Promise<Holder> {
  const holder = readHolder(c.req.header('authorization'))
  if (holder) {
    // By a name that says nothing, in memory only.
    const name = createHash('sha256').update(holder.vaultId).digest('base64url')
    await c.var.limits.count('vault', name, requestsAllowed)
    if (await findVault(c.var.db, holder)) return holder
  }
  await limit(c, 'no vault', strangersAllowed)
  throw new Refusal(401)
}

/** The day, and never a time: all that the store is given of now. */
function todayOf(c: C): Temporal.PlainDate {
  return c.var.now.toZonedDateTimeISO('UTC').toPlainDate()
}

function shown({ recordId, revision, baseRevision, blob }: StoredRecord) {
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return { id: text(recordId), rev: revision, baseRev: baseRevision, blob: text(blob) }
}

function say(
  c: C,
  body: object,
  status: 200 | 201 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 = 200,
) {
  c.header('cache-control', 'no-store')
  return c.json(body, status)
}
