import { forgetting } from '../../design/forgetting.ts'
import { scriptUrl } from '../../design/islands/html.ts'
import type { AnswerMessage, CallName, JournalCalls, JournalEvents } from './api.ts'
import { stayOnPage } from './stayOnPage.ts'

type Promised<F> = F extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Result>
  : never

/**
 * The journal, as a page sees it: every call of JournalCalls as a promise, and `on` for what changes.
 *
 *     const journal = openJournal()
 *     journal.on('change', ({ changed, removed }) => …)
 *     if ((await journal.state()).lock === 'open') draw(await journal.list('checkin'))
 */
export type Journal = { [Name in CallName]: Promised<JournalCalls[Name]> } & {
  /** @returns what stops it */
  on<Name extends keyof JournalEvents>(event: Name, hear: (detail: JournalEvents[Name]) => void): () => void
}

/** Refused, with the name of why: `Locked`, `TooLarge`, … */
export class JournalFault extends Error {
  override name = 'JournalFault'
  readonly fault: string

  constructor(fault: string) {
    super(`The journal refused: ${fault}.`)
    this.fault = fault
  }
}

/** A sign of life at most this often. */
const touchEveryMs = 20_000

let opened: Journal | undefined

/** The page's one connection to its worker. The page must contain <JournalHere />, which names the worker's address. */
export function openJournal(): Journal {
  opened ??= connect()
  return opened
}

function connect(): Journal {
  const here = document.querySelector<HTMLElement>('[data-journal-worker]')
  const address = here?.dataset.journalWorker
  if (!here || !address) throw new Error('The page names no worker: draw <JournalHere /> on it.')
  const name = JSON.stringify({ stretch: here.dataset.stretchWorker ?? '' })
  const worker = new Worker(scriptUrl(address) as string, { type: 'module', name })
  addEventListener(forgetting, () => worker.terminate())
  const waiting = new Map<number, { resolve(value: unknown): void; reject(fault: Error): void }>()
  const hearers = new Map<string, Set<(detail: never) => void>>()
  let last = 0

  let stays = false
  worker.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
    if ('event' in data) {
      if (data.event === 'state' && data.detail.shared && !stays) {
        stays = true
        stayOnPage()
      }
      for (const hear of hearers.get(data.event) ?? []) hear(data.detail as never)
      return
    }
    const one = waiting.get(data.n)
    waiting.delete(data.n)
    if ('fault' in data) one?.reject(new JournalFault(data.fault))
    else one?.resolve(data.value)
  }
  const call = (name: CallName, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      // Bare bytes are keys: they go over, and this page has them no more.
      const handedOver = args.filter((arg) => arg instanceof ArrayBuffer)
      worker.postMessage({ n: last, call: name, args }, handedOver)
    })
  const on = (event: string, hear: (detail: never) => void) => {
    const all = hearers.get(event) ?? new Set()
    hearers.set(event, all.add(hear))
    return () => all.delete(hear)
  }

  let touchedAt = 0
  const touch = () => {
    if (Date.now() - touchedAt < touchEveryMs) return
    touchedAt = Date.now()
    void call('touch', [])
  }
  for (const sign of ['pointerdown', 'keydown', 'scroll']) addEventListener(sign, touch, { passive: true })

  return new Proxy({} as Journal, {
    get: (_, name: string) => (name === 'on' ? on : (...args: unknown[]) => call(name as CallName, args)),
  })
}
