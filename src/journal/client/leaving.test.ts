import { afterEach, expect, test, vi } from 'vitest'
import { forgetDevice } from '../../design/forgetDevice.ts'
import { openJournal } from './journal.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('the worker is gone before the first thing of the device is forgotten, so it brings nothing back', async () => {
  const said: string[] = []
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page))
  vi.stubGlobal('document', {
    documentElement: {},
    querySelector: () => ({ dataset: { journalWorker: '/assets/worker-journal.js' } }),
  })
  vi.stubGlobal(
    'Worker',
    class {
      terminate = () => said.push('worker ended')
    },
  )
  vi.stubGlobal('indexedDB', {
    databases: async () => [],
    deleteDatabase: (name: string) => {
      said.push(`${name} deleted`)
      const asked = { onsuccess: () => {} }
      queueMicrotask(() => asked.onsuccess())
      return asked
    },
  })
  vi.stubGlobal('caches', { keys: async () => [] })
  vi.stubGlobal('navigator', { serviceWorker: { getRegistrations: async () => [] } })
  for (const storage of ['localStorage', 'sessionStorage']) vi.stubGlobal(storage, { clear: () => {} })
  vi.stubGlobal('location', { replace: (to: string) => said.push(`went to ${to}`) })

  openJournal()
  await forgetDevice('/leave')
  expect(said).toEqual(['worker ended', 'newleaf-journal deleted', 'went to /leave'])
})
