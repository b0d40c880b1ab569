import { PrecacheController, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'
import { hearNews } from '../hearNews.ts'

/**
 * The service worker. It keeps what must be there without a line: the night page, the techniques, the guide, the help lines
 * and the journal's pages, all of them as a guest sees them. A page of a signed-in member is never kept.
 */
interface KeptScope {
  /** Written above this code by the server: what to keep, and the version of each page. */
  kept: PrecacheEntry[]
  addEventListener(
    type: 'install' | 'activate',
    hear: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
}
declare const self: KeptScope

hearNews()

/** Pages that are the same for everybody, or that somebody needs this very second: from here first. */
const atOnce = /^\/(?:now|journal)(?:\/|$)/
/** Who is awake is asked anew each time; what is kept is the page without anybody on it. */
const asksEachTime = '/now/alone'

const keptFor = (path: string): Promise<Response | undefined> =>
  findKept(path === asksEachTime ? `${path}?line=none` : path)

/** An address with a choice in it, such as a country; the zone that goes along everywhere is none. */
const isChosen = ({ searchParams }: URL) => [...searchParams.keys()].some((name) => name !== 'zone')
const patienceSeconds = 4

const asGuest = {
  // Without a cookie the answer is the one for everybody.
  requestWillFetch: async ({ request }: { request: Request }) =>
    new Request(request, { credentials: 'omit' }),
}

const cacheName = 'newleaf-kept'
const precache = new PrecacheController({ cacheName, plugins: [asGuest] })
precache.addToCacheList(self.kept)

/** Only looks: the library's own way would make an empty cache where somebody has just removed it. */
async function findKept(address: string): Promise<Response | undefined> {
  const key = precache.getCacheKeyForURL(address)
  return key === undefined ? undefined : caches.match(key, { cacheName })
}

// No skipWaiting: a page with an unsaved entry keeps the worker that it came with.
self.addEventListener('install', (event) => event.waitUntil(precache.install(event as never)))
self.addEventListener('activate', (event) => event.waitUntil(precache.activate(event as never)))

// Built files by their fingerprinted names; pages are looked after below.
registerRoute(
  ({ url }) => url.pathname.startsWith('/assets/') && precache.getCacheKeyForURL(url.href) !== undefined,
  async ({ request }) => (await findKept(request.url)) ?? fetch(request),
)

const online = new NetworkFirst({
  cacheName: 'newleaf-never',
  networkTimeoutSeconds: patienceSeconds,
  // Only asked, never filled: what comes from the line belongs to whoever is signed in.
  plugins: [
    {
      cacheWillUpdate: async () => null,
      // A line that is silent is as good as none.
      cachedResponseWillBeUsed: async ({ request }) => (await keptFor(new URL(request.url).pathname)) ?? null,
    },
  ],
})

registerRoute(
  new NavigationRoute(
    async ({ event, request }) => {
      const url = new URL(request.url)
      const { pathname } = url
      if (atOnce.test(pathname) && pathname !== asksEachTime && !isChosen(url)) {
        const kept = await keptFor(pathname)
        if (kept) return kept
      }
      try {
        return await online.handle({ event, request })
      } catch {
        return (await findKept('/offline')) ?? Response.error()
      }
    },
    { denylist: [/^\/(?:leave|sign-out|feeds|vault|client_interface)(?:\/|$)/] },
  ),
)
