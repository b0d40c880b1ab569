import { EventEmitter } from 'node:events'
import type { Context } from 'hono'
import { notifyChannel, type Sql } from '../database/index.ts'
import { Refusal } from '../errors.ts'
import { senderOf } from '../guards.ts'
import type { Log } from '../log.ts'
import type { PageCache } from '../pageCache.ts'
import { type Env, zoneOf } from '../web.ts'
import { Circle, type Draw, Listener, type LiveEvent, type Message } from './circle.ts'
import { lineHeaders, openLine } from './line.ts'

/** Open streams on this node; each holds a connection. A page without one can be read as well. */
const mostStreams = { ofNetwork: 300, all: 5000 }

/**
 * What one node hears of what any node announced: `tx.announce(channel, message)` inside a transaction,
 * PostgreSQL's NOTIFY on commit, and from here to every browser that listens.
 */
export class Bus {
  private readonly listeners = new EventEmitter().setMaxListeners(0)
  /** Those who hear the same in the same words. */
  private readonly circles = new Map<string, Circle>()
  private readonly streams = new Set<Listener>()
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
    draw: Draw,
    first: () => Promise<LiveEvent[]> = async () => [],
    drawnWith = '',
  ): Response {
    if (c.req.method === 'HEAD') return c.body(null, 200, lineHeaders)
    const network = senderOf(c)
    this.enter(network)
    const circle = this.circle(`${c.var.locale} ${zoneOf(c)} ${channel} ${drawnWith}`, channel, draw)
    const listener = new Listener(circle, network, c.var.member?.id, this.left)
    this.streams.add(listener)
    const { line, response } = openLine(c, listener)
    void listener.begin(line, first())
    return response
  }

  private circle(key: string, channel: string, draw: Draw): Circle {
    const circle = this.circles.get(key) ?? new Circle(draw)
    if (!this.circles.has(key)) {
      this.circles.set(key, circle)
      const stop = this.on(channel, (message) => circle.tell(message))
      circle.whenEmpty(() => {
        stop()
        this.circles.delete(key)
      })
    }
    return circle
  }

  /** Counts a stream in. Throws a refusal where there are too many. */
  private enter(network: string): void {
    const before = this.ofNetwork.get(network) ?? 0
    if (before >= this.most.ofNetwork || this.streams.size >= this.most.all)
      throw new Refusal(429, undefined, { retryAfterSeconds: 60 })
    this.ofNetwork.set(network, before + 1)
  }

  /** Counts it out again. */
  private readonly left = (listener: Listener): void => {
    this.streams.delete(listener)
    const others = (this.ofNetwork.get(listener.network) ?? 1) - 1
    if (others > 0) this.ofNetwork.set(listener.network, others)
    else this.ofNetwork.delete(listener.network)
  }

  /** Ends every open stream; their browsers come back by themselves. */
  closeStreams(): void {
    for (const listener of this.streams) listener.close()
  }

  /** Ends those that a member opened: their browser comes back as whoever it is by now, or not at all. */
  closeStreamsOf(memberId: unknown): void {
    for (const listener of this.streams) if (listener.owner === memberId) listener.close()
  }

  async close(): Promise<void> {
    this.closeStreams()
    await this.stopListening?.()
  }
}
