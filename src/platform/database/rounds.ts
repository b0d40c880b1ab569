import { setImmediate } from 'node:timers/promises'
import { type Database, isWorthAnotherTry } from './transaction.ts'

/** In the order of the items, one result each. */
type Work<Item, Result> = (items: Item[]) => Promise<Result[]>

interface Options<Item> {
  /** What no two items under way may have in common: the second one waits for a later round. */
  apart?: (item: Item) => string[]
  /** What items of one round may have in common, and no two rounds under way. */
  together?: (item: Item) => string[]
  /** A round that takes longer, held up by somebody's lock, holds up no other: the next one begins beside it. */
  patienceMs?: number
}

interface Asked<Item, Result> {
  item: Item
  apart: string[]
  together: string[]
  answer: PromiseWithResolvers<Result>
}

/** Of what has come, so many go in one round. */
const most = 50
const usualPatienceMs = 250

/**
 * Does many alike things in few rounds: what comes while a round is under way waits for the next one. Who comes alone
 * waits for nobody; in a crowd ten cost little more than one. A round that fails is done again one by one, so that
 * nobody is refused for what was wrong with another's: what is asked for twice has to be done once.
 */
export class Rounds<Item, Result> {
  private waiting: Asked<Item, Result>[] = []
  private readonly taken = new Set<string>()
  private isGoing = false

  private readonly work: Work<Item, Result>
  private readonly options: Options<Item>

  constructor(work: Work<Item, Result>, options: Options<Item> = {}) {
    this.work = work
    this.options = options
  }

  do(item: Item): Promise<Result> {
    const answer = Promise.withResolvers<Result>()
    const { apart, together } = this.options
    this.waiting.push({ item, apart: apart?.(item) ?? [], together: together?.(item) ?? [], answer })
    if (!this.isGoing) void this.goOn()
    return answer.promise
  }

  private async goOn(): Promise<void> {
    this.isGoing = true
    for (;;) {
      // All that comes in with the same turn of the loop.
      await setImmediate()
      const round = this.next()
      if (round.length === 0) break
      await this.soon(this.goAndGiveBack(round))
    }
    this.isGoing = false
  }

  /** Done, or more than patience allows. */
  private soon(going: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.patienceMs ?? usualPatienceMs)
      void going.then(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  private async goAndGiveBack(round: Asked<Item, Result>[]): Promise<void> {
    await this.go(round)
    for (const { apart, together } of round)
      for (const name of [...apart, ...together]) this.taken.delete(name)
    if (this.waiting.length > 0 && !this.isGoing) void this.goOn()
  }

  /** Whoever is left waits for names that are taken; the round that gives them back goes on with them. */
  private next(): Asked<Item, Result>[] {
    const round: Asked<Item, Result>[] = []
    const left: Asked<Item, Result>[] = []
    const shared = new Set<string>()
    for (const asked of this.waiting) {
      const waits = [...asked.apart, ...asked.together].some((name) => this.taken.has(name))
      if (waits || round.length === most) {
        left.push(asked)
        continue
      }
      for (const name of asked.apart) this.taken.add(name)
      for (const name of asked.together) shared.add(name)
      round.push(asked)
    }
    for (const name of shared) this.taken.add(name)
    this.waiting = left
    return round
  }

  private async go(round: Asked<Item, Result>[], isLast = false): Promise<void> {
    try {
      const results = await this.work(round.map(({ item }) => item))
      round.forEach(({ answer }, at) => {
        answer.resolve(results[at] as Result)
      })
    } catch (error) {
      if (round.length > 1) return this.oneByOne(round)
      // Alone, and still not to blame: the line was cut, or two had waited for each other.
      if (isWorthAnotherTry(error) && !isLast) return this.go(round, true)
      round[0]?.answer.reject(error)
    }
  }

  private async oneByOne(round: Asked<Item, Result>[]): Promise<void> {
    await Promise.all(round.map((one) => this.go([one])))
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

/**
 * `where id = any(${someOf(db, ids)})`: planned once, for some ten, however many there are. With the array itself
 * PostgreSQL plans such a statement anew each time, because it knows better how many there are, and that takes longer
 * than to look them up.
 */
export function someOf(db: Database, ids: string[]) {
  return db`array(select unnest(${ids}::bigint[]))`
}
