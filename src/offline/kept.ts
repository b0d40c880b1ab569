import { createHash } from 'node:crypto'
import type { Assets } from '../platform/assets.ts'

interface Kept {
  url: string
  /** Null where the name itself changes with the content. */
  revision: string | null
}

const sheets = /^(?:style|sheet\/(?:journal|toolkit|guide|help|offline)\/.*)\.css$/
const scripts = /^(?:island\/(?:design|toolkit|journal|offline|help)\/.*|worker\/journal\/.*)$/

/** The built files that the kept pages need, with those that they import in their turn. */
function filesOf(assets: Assets): string[] {
  const files = new Set<string>()
  const add = (path: string) => {
    const asset = files.has(path) ? undefined : assets.read(path)
    if (!asset) return
    files.add(path)
    if (path.endsWith('.js'))
      for (const [, name = ''] of asset.identity.toString().matchAll(/["']\.\/([\w.-]+\.js)["']/g))
        add(`/assets/${name}`)
  }
  for (const name of assets.names())
    if (sheets.test(name) || scripts.test(name) || /^(?:leaf\.svg|newsreader\.woff2)$/.test(name))
      add(assets.url(name))
  return [...files]
}

/**
 * What the service worker keeps. Pages carry the build as their version: a new build brings them anew.
 * @param build what else the pages depend on
 * @param pages addresses of pages that look the same to every guest
 */
export function keptBy(assets: Assets, pages: string[], build: string): Kept[] {
  const files = filesOf(assets)
  const version = createHash('sha256')
    .update(build)
    .update(assets.build)
    .update(files.join())
    .digest('base64url')
    .slice(0, 16)
  return [
    ...files.map((url) => ({ url, revision: null })),
    ...pages.map((url) => ({ url, revision: version })),
  ]
}
