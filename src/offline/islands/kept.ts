import { scriptUrl } from '../../design/islands/html.ts'

/** Shows what this device keeps, and takes it away. */
const find = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)

async function draw(): Promise<void> {
  const caches = await listKept()
  const journal = ((await indexedDB.databases?.().catch(() => [])) ?? []).some(
    ({ name }) => name === 'newleaf-journal',
  )
  const nothing = caches.length === 0 && !journal
  for (const [name, isThere] of [
    ['nothing', nothing],
    ['pages', caches.length > 0],
    ['journal', journal],
    ['remove-part', caches.length > 0],
    ['keep-part', caches.length === 0 && 'serviceWorker' in navigator],
  ] as const) {
    const part = find(name)
    if (part) part.hidden = !isThere
  }
  const count = find('count')
  if (count) count.textContent = String(caches.length)
}

async function listKept(): Promise<readonly Request[]> {
  if (!('caches' in globalThis) || !(await caches.has('newleaf-kept'))) return []
  return (await caches.open('newleaf-kept')).keys()
}

find('remove')?.addEventListener('click', async () => {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  await draw()
})

find('keep')?.addEventListener('click', async () => {
  await navigator.serviceWorker.register(scriptUrl('/sw.js'))
  await navigator.serviceWorker.ready
  await draw()
})

void draw()
