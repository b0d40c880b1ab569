import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Asset {
  type: string
  /** Read from the disk when asked for. */
  readonly identity: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
}

/** What is larger (a map, a font) or seldom asked for (what is not compressed) stays on the disk, not in memory. */
const keptBytes = 64 * 1024

/** The built styles, islands, font and pictures, compressed once at build. */
export interface Assets {
  /** The address of a built file by its source name (`style`, `island/forum/live-topic`, `newsreader.woff2`). */
  url(name: string): string
  has(name: string): boolean
  /** All source names. */
  names(): string[]
  read(path: string): Asset | undefined
  /** Which sources this was built from. */
  build: string
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
}

/** Reads what `npm run build` wrote. @param folder `dist/assets`, with `names.json` inside */
export function loadAssets(folder: string): Assets {
  const names: Record<string, string> = existsSync(join(folder, 'names.json'))
    ? JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8'))
    : {}
  const files = new Map<string, Asset>()
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (/\.(br|gz|map)$/.test(file) || file === 'names.json') continue
    files.set(`/assets/${file}`, assetOf(join(folder, file)))
  }
  return {
    url: (name) => (names[name] ? `/assets/${names[name]}` : `/assets/${name}`),
    has: (name) => name in names,
    names: () => Object.keys(names),
    read: (path) => files.get(path),
    build: existsSync(join(folder, '../stamp')) ? readFileSync(join(folder, '../stamp'), 'utf8') : '',
  }
}

function assetOf(path: string): Asset {
  const [br, gzip] = [reader(`${path}.br`), reader(`${path}.gz`)]
  return {
    type: types[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
    get identity() {
      return readFileSync(path)
    },
    get br() {
      return br?.()
    },
    get gzip() {
      return gzip?.()
    },
  }
}

function reader(path: string): (() => Buffer) | undefined {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return undefined
  let kept: Buffer | undefined
  return () => {
    const found = kept ?? readFileSync(path)
    if (bytes <= keptBytes) kept = found
    return found
  }
}
