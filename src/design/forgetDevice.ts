import { forgetting } from './forgetting.ts'

/** Nobody waits longer than this, before a blank page, for what the browser takes its time with. */
const patienceMs = 1000

/**
 * Everything of ours goes from this browser: databases, caches, the service worker, storage. Then somewhere harmless, and
 * no way back to this page. A database that another tab holds open goes when that tab is told, which is at once.
 */
export async function forgetDevice(leaveTo: string): Promise<void> {
  // A blank page before anything else.
  document.documentElement.hidden = true
  // What opens a database in the moment after it was deleted would leave an empty one.
  dispatchEvent(new Event(forgetting))
  const all = Promise.allSettled([forgetDatabases(), forgetKeptPages(), forgetStorage()])
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  location.replace(leaveTo)
}

async function forgetDatabases(): Promise<void> {
  // Where a browser does not list them, the name of the one there is is known.
  const found = (await indexedDB.databases?.().catch(() => [])) ?? []
  await Promise.all(
    [...new Set(['newleaf-journal', ...found.map(({ name }) => name ?? '')])].filter(Boolean).map(
      (name) =>
        new Promise<void>((resolve) => {
          const asked = indexedDB.deleteDatabase(name)
          asked.onsuccess = asked.onerror = () => resolve()
        }),
    ),
  )
}

/** At once, and again when the worker is gone: one that still answers could keep pages anew. */
async function forgetKeptPages(): Promise<void> {
  const atOnce = forgetCaches()
  const workers = await navigator.serviceWorker.getRegistrations()
  await Promise.allSettled([atOnce, ...workers.map((one) => one.unregister())])
  await forgetCaches()
}

async function forgetCaches(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
}

async function forgetStorage(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
}
