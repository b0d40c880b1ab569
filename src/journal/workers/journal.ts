import { scriptUrl } from '../../design/islands/html.ts'
import type { AnswerMessage, CallMessage } from '../client/api.ts'
import { faultName, hostJournal } from '../host/host.ts'
import type { Bytes } from '../seal/bytes.ts'
import { databaseName, dexieStore } from '../store-on-device/dexieStore.ts'

// The keys live here. A page gets records and words to show, and never a key.
const { stretch: stretchAddress } = JSON.parse(self.name) as { stretch: string }
const tell = (message: AnswerMessage) => postMessage(message)
const others = new BroadcastChannel(databaseName)

const host = hostJournal({
  device: dexieStore(),
  fetcher: (...words) => fetch(...words),
  nowMs: () => Date.now(),
  stretch: (pin, salt, how) => besides<Bytes>({ pin, salt, ...how }),
  worker: { findWork: (vaultId, day) => besides({ vaultId, day }) },
  tell: (event, detail) => tell({ event, detail } as AnswerMessage),
  others: {
    wrote: (ids) => others.postMessage({ ids }),
    closed: () => others.postMessage({ closed: true }),
  },
})

/** In the worker with WebAssembly, made for one task and ended after it: what was typed does not stay in its memory. */
function besides<T>(task: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptUrl(stretchAddress) as string, { type: 'module' })
    const fail = () => reject(new Error('The work could not be done.'))
    worker.onerror = fail
    worker.onmessage = ({ data }: MessageEvent<{ value?: T; fault?: true }>) => {
      worker.terminate()
      if (data.fault) fail()
      else resolve(data.value as T)
    }
    worker.postMessage(task)
  })
}

const started = host.start().catch(() => {})

addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  const { n, call, args } = data
  void started
    .then(() => host.answer(call, args))
    .then(
      (value) => tell({ n, value }),
      (error: unknown) => tell({ n, fault: faultName(error) }),
    )
})

others.onmessage = ({ data }: MessageEvent<{ ids?: string[]; closed?: true }>) => {
  if (data.ids) void host.othersWrote(data.ids)
  if (data.closed) void host.othersClosed()
}
