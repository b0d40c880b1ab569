import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

export interface Route {
  method: string
  path: string
}

type App = typeof import('../../src/app.ts')
type Configuration = typeof import('../../src/config.ts')

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** Every address of the site with its method, as the app itself lists them; nothing is started. */
export async function routesOfSite(): Promise<Route[]> {
  const load = async <Module>(file: string): Promise<Module> => {
    const jsx = { runtime: 'automatic', importSource: 'preact' } as const
    const { module } = await runnerImport<Module>(join(source, file), { configFile: false, oxc: { jsx } })
    return module
  }
  const { createApp } = await load<App>('app.ts')
  const { readConfig } = await load<Configuration>('config.ts')
  // The guards close over these parts and only read them when a request comes.
  const parts = { config: readConfig({}) } as Parameters<App['createApp']>[0]
  return listRoutes(createApp(parts))
}

/** The pages without a gap in their address. A stream, which never ends, is no page. */
export function listStaticPages(routes: Route[]): string[] {
  return routes
    .filter(({ method, path }) => method === 'GET' && !/[:*]|\/live$/.test(path))
    .map(({ path }) => path)
}

/** Addresses that answer; a guard covers all addresses and is none. */
export function listRoutes(app: ReturnType<App['createApp']>): Route[] {
  const seen = new Set<string>()
  return app.routes
    .filter(({ method, path }) => !(method === 'ALL' && path.endsWith('*')))
    .map(({ method, path }) => ({ method, path }))
    .filter(({ method, path }) => !seen.has(`${method} ${path}`) && seen.add(`${method} ${path}`))
}
