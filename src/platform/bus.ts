import { EventEmitter } from 'node:events'
import type { Context } from 'hono'
import { notifyChannel, type Sql } from './database/index.ts'
import { Refusal } from './errors.ts'
import { senderOf } from './guards.ts'
import type { Log } from './log.ts'
import type { PageCache } from './pageCache.ts'
import { type Env, zoneOf } from './web.ts'

export type Message = Record<string, unknown>

/** One server-sent event. */
export interface LiveEvent {
  event: string
  data: string
  id?: string
}

/** A browser that has this much unread is gone or lost: it comes back with Last-Event-ID. */
const mostUnreadBytes = 1024 * 1024

/** Open streams on this node; each holds a connection. A page without one can be read as well. */
const mostStreams = { ofNetwork: 300, all: 5000 }

/**
 * What one node hears of what any node announced: `tx.announce(channel, message)` inside a transaction,
 * PostgreSQL's NOTIFY on commit, and from here to every browser that listens.
 */
export class Bus {
  private readonly listeners = new EventEmitter().setMaxListeners(0)
  /** How to close each, and whose it is. */
  private readonly streams = new Map<() => void, string | undefined>()
  private readonly ofNetwork = new Map<string, number>()
  private stopListening: (() => Promise<void>) | undefined

  constructor(private readonly most = mostStreams) {}

  async open(db: Sql, pages: PageCache, log: Log): Promise<void> {
    const { unlisten } = await db.listen(
      notifyChannel,
      (payload) => {
        try {
          const { channel, message } = JSON.parse(payload) as { channel: string; message: Message }
          if (channel === 'tags') pages.drop(message.tags as string[])
          else this.listeners.emit(channel, message)
        } catch (error) {
          log.error({ error: String(error) }, 'an announcement could not be read')
        }
      },
      // Called at the first connection and again after a lost one: what was announced in between is unknown.
      // Browsers that listen come back and name the last thing they heard.
      () => {
        pages.clear()
        this.closeStreams()
      },
    )
    this.stopListening = unlisten
  }

  /** @returns a function that stops listening */
  on(channel: string, hear: (message: Message) => void): () => void {
    this.listeners.on(channel, hear)
    return () => this.listeners.off(channel, hear)
  }

  /**
   * Answers with a stream of server-sent events until the browser leaves or the server stops.
   * @param first events to send at once, such as what a browser with a Last-Event-ID has missed; asked for
   *   after listening began, so that nothing falls between
   * @param draw the event for a message, or undefined to pass it over; drawn once for all listeners of
   *   this node who read in the same language and zone
   * @param drawnWith all else of a visitor's that the drawing depends on: listeners share it when this is the same
   */
  stream(
    c: Context<Env>,
    channel: string,
    draw: (message: Message) => Promise<LiveEvent | undefined>,
    first: () => Promise<LiveEvent[]> = async () => [],
    drawnWith = '',
  ): Response {
    const encoder = new TextEncoder()
    const drawnFor = `${c.var.locale} ${zoneOf(c)} ${channel} ${drawnWith}`
    const leave = this.enter(senderOf(c))
    let close = () => {}
    const source: UnderlyingDefaultSource<Uint8Array> = {
      start: (controller) => {
        let open = true
        const send = (text: string) => {
          if (!open) return
          if ((controller.desiredSize ?? 0) < -mostUnreadBytes) close()
          else controller.enqueue(encoder.encode(text))
        }
        let behind: Promise<void> = first()
          .then((events) => {
            send('retry: 2000\n\n')
            for (const event of events) send(format(event))
          })
          .catch(() => close())
        const stop = this.on(channel, (message) => {
          const drawn = this.drawOnce(drawnFor, message, draw)
          behind = behind
            .then(async () => {
              const event = await drawn
              if (event) send(format(event))
            })
            .catch(() => close())
        })
        // Proxies close a silent line after a minute or so.
        const beat = setInterval(() => send(': still here\n\n'), 25_000)
        close = () => {
          if (!open) return
          open = false
          leave()
          stop()
          clearInterval(beat)
          this.streams.delete(close)
          try {
            controller.close()
          } catch {
            // The browser was quicker.
          }
        }
        this.streams.set(close, c.var.member?.id)
        c.req.raw.signal.addEventListener('abort', close)
      },
      cancel: () => close(),
    }
    const body = new ReadableStream(source, { highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0 })
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    })
  }

  /** Counts a stream in; gives what counts it out again. Throws a refusal where there are too many. */
  private enter(network: string): () => void {
    const before = this.ofNetwork.get(network) ?? 0
    if (before >= this.most.ofNetwork || this.streams.size >= this.most.all)
      throw new Refusal(429, undefined, { retryAfterSeconds: 60 })
    this.ofNetwork.set(network, before + 1)
    return () => {
      const others = (this.ofNetwork.get(network) ?? 1) - 1
      if (others > 0) this.ofNetwork.set(network, others)
      else this.ofNetwork.delete(network)
    }
  }

  /** Ends every open stream; their browsers come back by themselves. */
  closeStreams(): void {
    for (const close of this.streams.keys()) close()
  }

  /** Ends those that a member opened: their browser comes back as whoever it is by now, or not at all. */
  closeStreamsOf(memberId: unknown): void {
    for (const [close, owner] of this.streams) if (owner === memberId) close()
  }

  async close(): Promise<void> {
    this.closeStreams()
    await this.stopListening?.()
  }

  /** By message, then by language, zone and channel. */
  private readonly drawn = new WeakMap<Message, Map<string, Promise<LiveEvent | undefined>>>()

  private drawOnce(
    key: string,
    message: Message,
    draw: (message: Message) => Promise<LiveEvent | undefined>,
  ): Promise<LiveEvent | undefined> {
    const byKey = this.drawn.get(message) ?? new Map<string, Promise<LiveEvent | undefined>>()
    this.drawn.set(message, byKey)
    const before = byKey.get(key)
    if (before) return before
    const now = draw(message)
    // Who waits for it hears of the fault; a stream that is still opening does not wait for it yet.
    now.catch(() => {})
    byKey.set(key, now)
    return now
  }
}

function format({ event, data, id }: LiveEvent): string {
  const lines = data.split('\n').map((line) => `data: ${line}`)
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\n${lines.join('\n')}\n\n`
}
