export type Message = Record<string, unknown>

/** One server-sent event. */
export interface LiveEvent {
  event: string
  data: string
  id?: string
}

export type Draw = (message: Message) => Promise<LiveEvent | undefined>

/** One who listens: what is told before its first events are out waits until they are. */
export class Listener {
  private waiting: Buffer[] | undefined = []

  /** @param close for when it cannot be told what it should hear: its browser comes back and asks anew */
  constructor(
    private readonly write: (text: Buffer) => void,
    readonly close: () => void,
  ) {}

  async begin(first: Promise<LiveEvent[]>): Promise<void> {
    try {
      const events = await first
      const late = this.waiting ?? []
      this.waiting = undefined
      this.write(Buffer.from('retry: 2000\n\n'))
      for (const event of events) this.write(Buffer.from(format(event)))
      for (const text of late) this.write(text)
    } catch {
      this.close()
    }
  }

  hear(text: Buffer): void {
    if (this.waiting) this.waiting.push(text)
    else this.write(text)
  }
}

/** All on this node who hear the same in the same language and zone: an event is drawn, and made bytes of, once. */
export class Circle {
  private readonly listeners = new Set<Listener>()
  private before: Promise<void> = Promise.resolve()
  private emptied = () => {}

  constructor(private readonly draw: Draw) {}

  join(listener: Listener): void {
    this.listeners.add(listener)
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener)
    if (this.listeners.size === 0) this.emptied()
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
        const text = Buffer.from(format(event))
        for (const listener of this.listeners) listener.hear(text)
      } catch {
        for (const listener of this.listeners) listener.close()
      }
    })
  }
}

function format({ event, data, id }: LiveEvent): string {
  const lines = data.split('\n').map((line) => `data: ${line}`)
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\n${lines.join('\n')}\n\n`
}
