import { forgetting } from './forgetting.ts'

/** Nobody waits longer than this for what the browser takes its time with. */
const patienceMs = 250

/**
 * Everything of ours goes from this browser: databases, caches, the service worker, storage. Then somewhere harmless, and
 * no way back to this page. A database that another tab holds open goes when that tab is told, which is at once.
 */
export async function forgetDevice(leaveTo: string): Promise<void> {
  // A blank page before anything else.
  document.documentElement.hidden = true
  // What opens a database in the moment after it was deleted would leave an empty one.
  dispatchEvent(new Event(forgetting))
  const all = Promise.allSettled([forgetDatabases(), forgetCaches(), forgetWorkers(), forgetStorage()])
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

async function forgetCaches(): Promise<void> {
  for (const name of await caches.keys()) void caches.delete(name)
}

async function forgetWorkers(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) void one.unregister()
}

async function forgetStorage(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
}
