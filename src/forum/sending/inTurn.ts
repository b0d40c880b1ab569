const turns = new Map<string, Promise<unknown>>()

/**
 * One after the other for each member: what is counted first and written then would be counted alike by all that come
 * in the same moment. On this node; across nodes a limit may be passed by as many as there are.
 */
export async function inTurn<T>(memberId: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(memberId)
  const mine = before ? before.then(work, work) : work()
  turns.set(memberId, mine)
  try {
    return await mine
  } finally {
    if (turns.get(memberId) === mine) turns.delete(memberId)
  }
}
