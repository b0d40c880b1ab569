import { type ClientRequest, get } from 'node:http'

/**
 * The site refuses more than 300 open streams of one network, and a bench has one machine. All of 127.0.0.0/8 is this
 * machine's on Linux: the readers come from many small networks, as real ones do, and the limit stays as it is.
 */
const ofOneNetwork = 250

/** An address of this machine in the network that the reader of this number belongs to. */
export function addressOf(reader: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  const network = Math.floor(reader / ofOneNetwork) + 1
  return `127.${1 + (network >> 8)}.${network & 255}.${(reader % ofOneNetwork) + 2}`
}

/** People who have a conversation open and see answers arrive. */
export class Readers {
  private readonly open: ClientRequest[] = []
  private readonly sentAt = new Map<string, number>()
  private readonly takenAt = new Map<string, number>()
  private readonly arrivals: { mark: string; at: number }[] = []

  private readonly site: string

  constructor(site: string) {
    this.site = site
  }

  /** @param pathOf the page that the reader of this number has open */
  async come(count: number, pathOf: (reader: number) => string): Promise<void> {
    const together = 100
    for (let from = 0; from < count; from += together)
      await Promise.all(
        Array.from({ length: Math.min(together, count - from) }, (_, index) =>
          this.listen(`${pathOf(from + index)}/live`, from + index),
        ),
      )
  }

  /** To be called as the reply goes out; its text must have `mark` in it. */
  sent(mark: string): void {
    this.sentAt.set(mark, performance.now())
  }

  /** To be called when its writer has the answer that it was taken. */
  taken(mark: string): void {
    this.takenAt.set(mark, performance.now())
  }

  /** Milliseconds to the arrival of a reply, one for each reader it arrived at: since it was sent. */
  delays(): number[] {
    return this.since(this.sentAt)
  }

  /** The same since its writer knew that it was taken; below nothing for a reader who was quicker. */
  delaysSinceTaken(): number[] {
    return this.since(this.takenAt)
  }

  private since(began: Map<string, number>): number[] {
    return this.arrivals.map(({ mark, at }) => at - (began.get(mark) ?? Number.NaN)).filter(Number.isFinite)
  }

  leave(): void {
    for (const stream of this.open) stream.destroy()
  }

  private listen(path: string, reader: number): Promise<void> {
    const localAddress = addressOf(reader)
    return new Promise((resolve, reject) => {
      const stream = get(`${this.site}${path}?after=999999999999`, {
        agent: false,
        ...(localAddress ? { localAddress } : {}),
      })
      this.open.push(stream)
      stream.on('error', reject)
      stream.on('response', (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`${path} was answered ${answer.statusCode}.`))
        answer.setEncoding('utf8')
        let rest = ''
        answer.on('error', () => {})
        answer.on('data', (text: string) => {
          resolve()
          const events = `${rest}${text}`.split('\n\n')
          rest = events.pop() ?? ''
          const at = performance.now()
          for (const event of events) {
            const mark = /mark-\d+/.exec(event)?.[0]
            if (mark && this.sentAt.has(mark)) this.arrivals.push({ mark, at })
          }
        })
      })
    })
  }
}

/** The value that this part of all lies at or below. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
