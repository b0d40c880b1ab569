import { setImmediate } from 'node:timers/promises'

/**
 * Looks many things up in one go: what is asked for while a look is under way waits for the next one. Who comes alone
 * waits for nobody; in a crowd ten questions cost little more than one.
 */
export class Together<Found> {
  private waiting = new Map<string, PromiseWithResolvers<Found | undefined>>()
  private isLooking = false

  /** @param look what was found of these; a key that is missing there was not found */
  constructor(private readonly look: (keys: string[]) => Promise<Map<string, Found>>) {}

  find(key: string): Promise<Found | undefined> {
    const already = this.waiting.get(key)
    if (already) return already.promise
    const asked = Promise.withResolvers<Found | undefined>()
    this.waiting.set(key, asked)
    if (!this.isLooking) void this.lookOn()
    return asked.promise
  }

  private async lookOn(): Promise<void> {
    this.isLooking = true
    while (this.waiting.size > 0) {
      // All that came in with the same turn of the loop.
      await setImmediate()
      const asked = this.waiting
      this.waiting = new Map()
      try {
        const found = await this.look([...asked.keys()])
        for (const [key, { resolve }] of asked) resolve(found.get(key))
      } catch (error) {
        for (const { reject } of asked.values()) reject(error)
      }
    }
    this.isLooking = false
  }
}
