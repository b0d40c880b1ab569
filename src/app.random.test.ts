import fc from 'fast-check'
import { expect } from 'vitest'
import { listRoutes, listStaticPages } from '../tools/app/routes.ts'
import { formsIn } from '../tools/app/visitor.ts'
import { nastyRequestsTo, type RandomRequest } from '../tools/prove/nastyRequests.ts'
import { type KnownForms, requestTo } from '../tools/prove/randomRequest.ts'
import { type Site, type TestMember, test } from './testing/site.ts'

for (const role of [undefined, 'member', 'operator'])
  test(`nothing that is sent to any address ends in a fault, by ${role ?? 'guest'}`, async ({ site }) => {
    const who = role ? await site.member('wren', { role }) : undefined
    const routes = listRoutes(site.app)
    const forms = await collectForms(site, listStaticPages(routes), who)

    for (const request of nastyRequestsTo(routes)) await expectNoFault(site, request, who)

    const anything = fc.asyncProperty(requestTo(routes, forms), (request) =>
      expectNoFault(site, request, who),
    )
    await fc.assert(anything, { numRuns: 250 })
  }, 120_000)

async function expectNoFault(site: Site, request: RandomRequest, who: TestMember | undefined): Promise<void> {
  const { method, path, headers, body } = request
  // A stream never ends by itself.
  if (/\/live\b/.test(path)) return
  const own = { host: 'localhost', origin: 'http://localhost', ...(who ? { cookie: who.cookie } : {}) }
  const answer = await Promise.resolve(
    site.app.request(`http://localhost${path}`, {
      method,
      headers: { ...own, ...headers },
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    }),
  )
  expect(answer.status, `${method} ${path}`).toBeLessThan(500)
  await answer.body?.cancel()
}

/** The forms of the site as a visitor finds them, so that nonsense is tried on top of what is otherwise right. */
async function collectForms(site: Site, pages: string[], who: TestMember | undefined): Promise<KnownForms> {
  const forms: KnownForms = {}
  for (const page of pages) {
    const answer = await site.get(page, who ? { as: who } : {})
    // A stream never ends by itself.
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    for (const { method, action, fields } of formsIn(await answer.text()))
      if (method === 'post' && !/sign-out|leave|delete|sessions/.test(action)) forms[action || page] = fields
  }
  return forms
}
