import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Asset {
  type: string
  identity: Buffer
  br: Buffer | undefined
  gzip: Buffer | undefined
}

/** The built styles, islands, font and pictures: small, so all are kept in memory, compressed once at build. */
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
    const read = (ending: string) =>
      existsSync(join(folder, file + ending)) ? readFileSync(join(folder, file + ending)) : undefined
    files.set(`/assets/${file}`, {
      type: types[file.split('.').pop() ?? ''] ?? 'application/octet-stream',
      identity: readFileSync(join(folder, file)),
      br: read('.br'),
      gzip: read('.gz'),
    })
  }
  return {
    url: (name) => (names[name] ? `/assets/${names[name]}` : `/assets/${name}`),
    has: (name) => name in names,
    names: () => Object.keys(names),
    read: (path) => files.get(path),
    build: existsSync(join(folder, '../stamp')) ? readFileSync(join(folder, '../stamp'), 'utf8') : '',
  }
}
