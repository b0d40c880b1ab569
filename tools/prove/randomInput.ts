import fc from 'fast-check'
import { listStaticPages, routesOfSite } from '../app/routes.ts'
import type { Site } from '../app/startSite.ts'
import { formsIn, Visitor } from '../app/visitor.ts'
import { nastyRequestsTo, type RandomRequest } from './nastyRequests.ts'
import type { Proof } from './promise.ts'
import { type KnownForms, requestTo } from './randomRequest.ts'

const seed = 20_261_122
const randomEach = 700
const atOnce = 8

/** Throws nonsense at every route as each of these visitors; nothing may be answered with a 5xx, or not at all. */
export async function proveNoFault(site: Site, visitors: Record<string, Visitor>): Promise<Proof> {
  const routes = await routesOfSite()
  const broken: string[] = []
  let count = 0
  for (const [who, visitor] of Object.entries(visitors)) {
    const forms = await collectForms(visitor, listStaticPages(routes))
    const random = fc.sample(requestTo(routes, forms), { seed, numRuns: randomEach })
    const requests = [...random, ...nastyRequestsTo(routes)]
    const workers = Array.from({ length: atOnce }, async () => {
      for (let request = requests.pop(); request; request = requests.pop()) {
        count++
        const fault = await faultOf(visitor, request)
        if (fault) broken.push(`As ${who}: ${describe(request)} was answered ${fault}.`)
      }
    })
    await Promise.all(workers)
  }
  const alive = await new Visitor(site.url).get('/readyz').then(
    ({ status }) => status,
    () => 0,
  )
  if (alive !== 200) broken.push(`Afterwards /readyz was answered ${alive}.`)
  return { figure: `${broken.length} of ${count} requests at ${routes.length} routes`, broken }
}

async function faultOf(
  visitor: Visitor,
  { method, path, headers, body }: RandomRequest,
): Promise<string | undefined> {
  // A stream never ends by itself.
  if (/\/live\b/.test(path) && method === 'GET') return undefined
  try {
    // A refusal may come before the body was read to its end; a connection of its own keeps the next one clean.
    const own = new Visitor(visitor.site, { connection: 'close' })
    for (const [name, value] of visitor.cookies) own.cookies.set(name, value)
    const answer = await own.send(path, { method, headers, ...(body ? { body: Buffer.from(body) } : {}) })
    own.leave()
    return answer.status >= 500 ? String(answer.status) : undefined
  } catch (error) {
    const reset = (error as NodeJS.ErrnoException).code
    // Too large a body: the answer was sent, and the rest of the body refused with it.
    return (reset === 'EPIPE' || reset === 'ECONNRESET') && (body?.length ?? 0) > 256 * 1024
      ? undefined
      : String(error)
  }
}

async function collectForms(visitor: Visitor, pages: string[]): Promise<KnownForms> {
  const forms: KnownForms = {}
  for (const page of pages) {
    const { text } = await visitor.get(page)
    for (const { method, action, fields } of formsIn(text)) {
      // Ending the session would turn the rest of the run into a guest's.
      if (method === 'post' && !/sign-out|leave|delete|sessions/.test(action)) forms[action || page] = fields
    }
  }
  return forms
}

function describe({ method, path, headers, body }: RandomRequest): string {
  const text = body ? ` with ${JSON.stringify(Buffer.from(body).toString('latin1').slice(0, 300))}` : ''
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)}${text}`
}
