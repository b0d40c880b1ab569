import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { listRoutes, type Route } from '../tools/app/routes.ts'
import { transaction } from './platform/database/index.ts'
import { type Site, type TestMember, test } from './testing/site.ts'
import { type Actor, actors, addressOf, buildWorld } from './testing/world.ts'

/**
 * Who gets past the door of every address, written down beside the addresses: nobody, a member, the member whose own it is
 * (`owner`: wrote it, hosts it, is meant by it), a moderator, the operator. An address that is new here needs a line.
 */
const doors = JSON.parse(readFileSync('tools/doors.json', 'utf8')) as Record<string, string>

class Undo extends Error {}

/** Whether the door opened: the page, its next page, or a form that only wants to be filled in better. */
async function opens(
  site: Site,
  route: Route,
  address: string,
  as: TestMember | undefined,
): Promise<boolean> {
  let open = false
  // A savepoint on the one connection that the site works on: what this request wrote is undone.
  await transaction(site.db, async () => {
    const sending = as ? { as } : {}
    const answer =
      route.method === 'POST' ? await site.post(address, {}, sending) : await site.get(address, sending)
    const leadsIn = !answer.headers.get('location')?.startsWith('/sign-in')
    open = leadsIn && ![400, 401, 403, 404, 405].includes(answer.status)
    await answer.body?.cancel()
    expect(answer.status, `${route.method} ${address}`).toBeLessThan(500)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return open
}

test('every address lets in exactly those who are written down for it', { timeout: 120_000 }, async ({
  site,
}) => {
  const world = await buildWorld(site)
  const routes = listRoutes(site.app).filter(({ method }) => method === 'GET' || method === 'POST')
  const seen: Record<string, string> = {}
  for (const route of routes) {
    const address = addressOf(route, world)
    const inside: Actor[] = []
    for (const actor of actors) if (await opens(site, route, address, world.who[actor])) inside.push(actor)
    seen[`${route.method} ${route.path}`] = inside.join(' ')
  }
  expect(seen).toEqual(doors)
})
