/** Nobody waits longer than this for what the browser takes its time with. */
const patienceMs = 280

/**
 * Everything of ours goes from this browser: databases, caches, the service worker, storage. Then somewhere harmless, and
 * no way back to this page. Databases that another tab holds open are asked for at once and go when that tab lets go.
 */
export async function forgetDevice(leaveTo: string): Promise<void> {
  document.documentElement.hidden = true
  const all = Promise.allSettled([forgetDatabases(), forgetCaches(), forgetWorkers()])
  localStorage.clear()
  sessionStorage.clear()
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  location.replace(leaveTo)
}

async function forgetDatabases(): Promise<void> {
  // The name is known where a browser does not list them.
  const found = (await indexedDB.databases?.().catch(() => [])) ?? []
  const names = new Set(['newleaf-journal', ...found.flatMap(({ name }) => name ?? [])])
  await Promise.all(
    [...names].map(
      (name) =>
        new Promise<void>((resolve) => {
          const asked = indexedDB.deleteDatabase(name)
          asked.onsuccess = () => resolve()
          asked.onerror = () => resolve()
        }),
    ),
  )
}

async function forgetCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
}

async function forgetWorkers(): Promise<void> {
  const registered = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(registered.map((one) => one.unregister()))
}
