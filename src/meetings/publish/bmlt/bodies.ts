import { groupKinds } from '../../../groups/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { Making } from '../answer/make.ts'
import { t } from '../messages.ts'
import type { Site } from '../published.ts'
import type { Signed } from './asked.rules.ts'
import { type BodyGroup, bodyGroups } from './bodies.store.ts'
import { bodyOfGroup, bodyOfKind, bodyOfSite } from './ids.rules.ts'

interface AskedBodies extends Signed {
  /** Also what is within those that are asked for, or around them. */
  children: boolean
  parents: boolean
}

interface Body {
  id: string
  parent_id: string
  name: string
  description: string
  type: string
  url: string
}

/** The site, its kinds of groups and its groups, each within the one before. */
export function serviceBodies(db: Database, asked: AskedBodies, site: Site): Making {
  return { pieces: pieces(db, asked, site) }
}

async function* pieces(db: Database, asked: AskedBodies, site: Site): AsyncGenerator<string> {
  const wanted = new Set(asked.wanted.map(String))
  const unwanted = new Set(asked.unwanted.map(String))
  const around = new Set<string>()
  if (asked.parents)
    for await (const body of bodies(db, site)) if (wanted.has(body.id)) addAround(around, body)
  const isUnder = (ids: Set<string>, body: Body, kind: string) =>
    ids.has(body.id) || (asked.children && (ids.has(body.parent_id) || ids.has(kind)))
  let told = 0
  for await (const body of bodies(db, site)) {
    const top = body.id === bodyOfSite ? '' : bodyOfSite
    const isMeant = wanted.size === 0 || isUnder(wanted, body, top) || around.has(body.id)
    if (isMeant && !isUnder(unwanted, body, top))
      yield `${told++ > 0 ? ',' : '['}${JSON.stringify({ ...body, helpline: '', world_id: '' })}`
  }
  yield told > 0 ? ']' : '[]'
}

function addAround(around: Set<string>, body: Body): void {
  around.add(body.parent_id)
  if (body.id !== bodyOfSite) around.add(bodyOfSite)
}

async function* bodies(db: Database, site: Site): AsyncGenerator<Body> {
  yield { id: bodyOfSite, parent_id: '0', name: site.name, description: '', type: 'RS', url: site.origin }
  for (const kind of groupKinds)
    yield {
      ...{ id: bodyOfKind(kind), parent_id: bodyOfSite, name: t('en')(`bmlt.kind.${kind}`), description: '' },
      ...{ type: 'AS', url: `${site.origin}/groups/kinds/${kind}` },
    }
  for await (const groups of bodyGroups(db)) for (const group of groups) yield groupBody(group, site.origin)
}

function groupBody({ id, slug, name, kind, summary }: BodyGroup, origin: string): Body {
  const url = `${origin}/groups/${slug}`
  return { id: bodyOfGroup(id), parent_id: bodyOfKind(kind), name, description: summary, type: 'GR', url }
}
