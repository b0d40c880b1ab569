import type { Line } from './line.ts'

const heartbeat = Buffer.from(': still here\n\n')
const heartbeatMs = 25_000

export type Message = Record<string, unknown>

/** One server-sent event. */
export interface LiveEvent {
  event: string
  data: string
  id?: string
}

export type Draw = (message: Message) => Promise<LiveEvent | undefined>

/** One who listens, until the browser leaves or is sent away. Thousands do: what is the same for all stands elsewhere. */
export class Listener {
  private line: Line | undefined
  /** What is told before the first events are out waits until they are. */
  private waiting: Buffer[] | undefined = []
  private isOpen = true

  /** @param left told once, when it is over */
  constructor(
    private readonly circle: Circle,
    readonly network: string,
    readonly owner: string | undefined,
    private readonly left: (listener: Listener) => void,
  ) {
    circle.join(this)
  }

  async begin(line: Line, first: Promise<LiveEvent[]>): Promise<void> {
    this.line = line
    try {
      const events = await first
      const late = this.waiting ?? []
      this.waiting = undefined
      this.write(Buffer.from('retry: 2000\n\n'))
      for (const event of events) this.write(Buffer.from(format(event)))
      for (const text of late) this.write(text)
    } catch {
      // It cannot be told what it should hear: its browser comes back and asks anew.
      this.close()
    }
  }

  hear(text: Buffer): void {
    if (this.waiting) this.waiting.push(text)
    else this.write(text)
  }

  close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.circle.leave(this)
    this.left(this)
    this.line?.end()
  }

  private write(text: Buffer): void {
    if (this.isOpen && this.line && !this.line.write(text)) this.close()
  }
}

/** All on this node who hear the same in the same language and zone: an event is drawn, and made bytes of, once. */
export class Circle {
  private readonly listeners = new Set<Listener>()
  private before: Promise<void> = Promise.resolve()
  private emptied = () => {}
  private beat: NodeJS.Timeout | undefined
  /** Drawn in this turn of the loop: one way to each browser, however many they are. */
  private drawn: Buffer[] = []

  constructor(private readonly draw: Draw) {}

  join(listener: Listener): void {
    // Proxies close a silent line after a minute or so.
    this.beat ??= setInterval(() => this.say(heartbeat), heartbeatMs)
    this.listeners.add(listener)
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return
    clearInterval(this.beat)
    this.beat = undefined
    this.emptied()
  }

  whenEmpty(then: () => void): void {
    this.emptied = then
  }

  /** Events arrive in the order in which they were announced, however long each takes to draw. */
  tell(message: Message): void {
    const drawn = this.draw(message)
    // Its fault is heard below, when it is its turn; until then nobody waits for it.
    drawn.catch(() => {})
    this.before = this.before.then(async () => {
      try {
        const event = await drawn
        if (!event) return
        if (this.drawn.length === 0) setImmediate(() => this.sayDrawn())
        this.drawn.push(Buffer.from(format(event)))
      } catch {
        this.sayDrawn()
        for (const listener of this.listeners) listener.close()
      }
    })
  }

  private sayDrawn(): void {
    const [first, ...more] = this.drawn
    this.drawn = []
    if (first) this.say(more.length > 0 ? Buffer.concat([first, ...more]) : first)
  }

  private say(text: Buffer): void {
    for (const listener of this.listeners) listener.hear(text)
  }
}

function format({ event, data, id }: LiveEvent): string {
  const lines = data.split('\n').map((line) => `data: ${line}`)
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\n${lines.join('\n')}\n\n`
}
