import { expect } from 'vitest'
import { listRoutes } from '../tools/app/routes.ts'
import { formsIn } from '../tools/app/visitor.ts'
import { nastyWords } from '../tools/prove/nastyRequests.ts'
import { transaction } from './platform/database/index.ts'
import { openSite, type Site, type TestMember, test } from './testing/site.ts'
import { addressOf, buildWorld, type World } from './testing/world.ts'

type Fields = Record<string, string>
type Form = Pick<ReturnType<typeof formsIn>[number], 'fields' | 'areas'>

/** What has hurt most, for every field; of the rest each field gets some, and all of them come up. */
const always = ['a\u0000b', '1e309', 'a'.repeat(5000)]
const wordsFor = (field: number) => [...always, ...nastyWords.filter((_, at) => at % 12 === field % 12)]

/** Every form that this person finds on the pages of the world, with what it would send untouched. */
async function formsOf(site: Site, world: World, as: TestMember | undefined): Promise<Map<string, Form>> {
  const forms = new Map<string, Form>()
  for (const route of listRoutes(site.app)) {
    if (route.method !== 'GET' || route.path.endsWith('/live')) continue
    const path = addressOf(route, world)
    const answer = await site.get(path, as ? { as } : {})
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    for (const { method, action, fields, areas } of formsIn(await answer.text()))
      if (method === 'post') forms.set(action || path, { fields, areas })
  }
  return forms
}

class Undo extends Error {}

/** Sends it, and undoes what it wrote: everything happens on the one connection of the test. */
async function send(site: Site, path: string, fields: Fields, as: TestMember | undefined) {
  let said = { status: 0, text: '' }
  await transaction(site.db, async () => {
    const { _token, ...own } = fields
    const answer = await site.post(path, own, as ? { as } : {})
    said = { status: answer.status, text: await answer.text() }
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return said
}

/** What a form asks for in several lines is what would be missed most. */
const stays = 'Words that somebody took an hour for'

for (const actor of ['guest', 'owner', 'moderator', 'operator'] as const)
  test(`one field of any form may hold anything, and nothing typed beside it is lost: ${actor}`, {
    timeout: 120_000,
  }, async ({ site }) => {
    const world = await buildWorld(site)
    const as = world.who[actor]
    const faults: string[] = []
    const lost: string[] = []
    for (const [path, { fields, areas }] of await formsOf(site, world, as))
      for (const [at, name] of Object.keys(fields).entries()) {
        // Counts nothing yet: how often something may be sent is not what is asked here.
        const fresh = openSite(site.db)
        const area = areas.find((one) => one !== name)
        for (const word of wordsFor(at)) {
          const sent = { ...fields, ...(area ? { [area]: stays } : {}), [name]: word }
          const { status, text } = await send(fresh, path, sent, as)
          const said = `${path} ${name}=${word.slice(0, 20)}: ${status}`
          if (status >= 500) faults.push(said)
          else if (status >= 400 && area && !text.includes(stays)) lost.push(said)
        }
      }
    expect(faults).toEqual([])
    expect(lost).toEqual([])
  })

for (const actor of ['owner', 'moderator', 'operator'] as const)
  test(`what was written before the session ended, or in an old form, can be sent again: ${actor}`, async ({
    site,
  }) => {
    const world = await buildWorld(site)
    const as = world.who[actor]
    const old = as && { ...as, formToken: 'c'.repeat(43) }
    const lost: string[] = []
    for (const [path, { fields, areas }] of await formsOf(site, world, as)) {
      const area = areas.at(-1)
      if (!area) continue
      const sent = { ...fields, [area]: stays, unlikely: 'kept as well' }
      for (const [sender, status] of [
        [undefined, 401],
        [old, 403],
      ] as const) {
        const answer = await send(openSite(site.db), path, sent, sender)
        const [again] = formsIn(answer.text).filter(({ action }) => action === path)
        const isKept = again?.fields[area] === stays && again.fields.unlikely === 'kept as well'
        if (answer.status !== status || !isKept) lost.push(`${path} ${answer.status}`)
      }
    }
    expect(lost).toEqual([])
  })
