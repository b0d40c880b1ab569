import type { Site } from '../tools/app/startSite.ts'
import { Visitor } from '../tools/app/visitor.ts'

const tries = 20
const goalMs = 2

/**
 * How much longer a sign-in takes for a handle that is there than for one that nobody has: the time must not tell.
 * In turns, each handle once, so that no delay for failures and no neighbour on the machine falls on one side alone.
 */
export async function signInReport(site: Site): Promise<string> {
  const taken: number[] = []
  const unknown: number[] = []
  const visitor = new Visitor(site.url)
  await timeOf(visitor, 'nobody-warms-up')
  const handles: string[] = []
  for (let index = 0; index < tries; index++) handles.push(await join(site, `timed-${letters(index)}`))
  for (const [index, handle] of handles.entries()) {
    const nobody = () => timeOf(visitor, `nobody-${letters(index)}`)
    const somebody = () => timeOf(visitor, handle)
    if (index % 2 === 0) {
      taken.push(await somebody())
      unknown.push(await nobody())
    } else {
      unknown.push(await nobody())
      taken.push(await somebody())
    }
  }
  visitor.leave()
  const apart = Math.abs(median(taken) - median(unknown))
  return `A sign-in that fails takes ${median(taken).toFixed(1)} ms for a handle that is there and ${median(unknown).toFixed(1)} ms for one that is not: ${apart.toFixed(2)} ms apart, median of ${taken.length} each (goal < ${goalMs}): ${apart < goalMs ? 'met' : 'MISSED'}.`
}

/** A member whose passphrase is hashed at full cost, as nobody's is in the seeded community. */
async function join(site: Site, handle: string): Promise<string> {
  const visitor = new Visitor(site.url)
  const { status } = await visitor.post('/join', { handle, passphrase: 'seven quiet herons cross the river' })
  visitor.leave()
  if (status !== 201) throw new Error(`${handle} could not join: ${status}.`)
  return handle
}

async function timeOf(visitor: Visitor, handle: string): Promise<number> {
  const began = performance.now()
  const answer = await visitor.post('/sign-in', { handle, passphrase: 'not the right passphrase' })
  if (answer.status !== 422) throw new Error(`A sign-in as ${handle} was answered ${answer.status}.`)
  return performance.now() - began
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Letters that are not drawn alike: two handles that look the same are one. */
function letters(index: number): string {
  const plain = 'abcdefghjkopqrstuxyz'
  return `${plain[index % plain.length]}${plain[Math.floor(index / plain.length)]}`
}
