import { setImmediate } from 'node:timers/promises'
import type { Database } from './transaction.ts'

/** In the order of the items, one result each. */
type Work<Item, Result> = (items: Item[]) => Promise<Result[]>

interface Options<Item> {
  /** What no two items of rounds under way may have in common: the second one waits for the next round. */
  apart?: (item: Item) => string[]
  /** How many rounds may be under way. */
  atOnce?: number
}

interface Asked<Item, Result> {
  item: Item
  names: string[]
  answer: PromiseWithResolvers<Result>
}

/** Of what has come, so many go in one round. */
const most = 50

/**
 * Does many alike things in few rounds: what comes while a round is under way waits for the next one. Who comes alone
 * waits for nobody; in a crowd ten cost little more than one. A round that fails is done again one by one, so that
 * nobody is refused for what was wrong with another's.
 */
export class Rounds<Item, Result> {
  private waiting: Asked<Item, Result>[] = []
  private readonly taken = new Set<string>()
  private underWay = 0

  constructor(
    private readonly work: Work<Item, Result>,
    private readonly options: Options<Item> = {},
  ) {}

  do(item: Item): Promise<Result> {
    const answer = Promise.withResolvers<Result>()
    this.waiting.push({ item, names: this.options.apart?.(item) ?? [], answer })
    if (this.underWay < (this.options.atOnce ?? 1)) void this.goOn()
    return answer.promise
  }

  private async goOn(): Promise<void> {
    this.underWay++
    for (;;) {
      // All that comes in with the same turn of the loop.
      await setImmediate()
      const round = this.next()
      if (round.length === 0) break
      await this.go(round)
      for (const { names } of round) for (const name of names) this.taken.delete(name)
    }
    this.underWay--
  }

  /** Whoever is left waits for names that a round under way will give back, and goes on with that one. */
  private next(): Asked<Item, Result>[] {
    const round: Asked<Item, Result>[] = []
    const left: Asked<Item, Result>[] = []
    for (const asked of this.waiting) {
      if (round.length === most || asked.names.some((name) => this.taken.has(name))) {
        left.push(asked)
        continue
      }
      for (const name of asked.names) this.taken.add(name)
      round.push(asked)
    }
    this.waiting = left
    return round
  }

  private async go(round: Asked<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(round.map(({ item }) => item))
      round.forEach(({ answer }, at) => {
        answer.resolve(results[at] as Result)
      })
    } catch (error) {
      if (round.length > 1) await Promise.all(round.map((one) => this.go([one])))
      else round[0]?.answer.reject(error)
    }
  }
}

/** The same for each database, or transaction under way, that it is asked of. */
export function roundsOn<Item, Result>(
  work: (db: Database, items: Item[]) => Promise<Result[]>,
  options?: Options<Item>,
): (db: Database, item: Item) => Promise<Result> {
  const rounds = new WeakMap<Database, Rounds<Item, Result>>()
  return (db, item) => {
    const known = rounds.get(db) ?? new Rounds<Item, Result>((items) => work(db, items), options)
    rounds.set(db, known)
    return known.do(item)
  }
}
