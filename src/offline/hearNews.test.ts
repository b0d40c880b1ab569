import { afterEach, expect, test, vi } from 'vitest'
import { hearNews } from './hearNews.ts'

/** A service worker's scope, as far as news needs it, that writes down what was asked of it. */
class Scope extends EventTarget {
  shown: { title: string; body: string; tag: string }[] = []
  went: string[] = []
  windows: { focus(): Promise<void>; navigate(url: string): Promise<void> }[] = []
  location = { hostname: 'newleaf.example' }
  registration = {
    showNotification: async (title: string, options: { body: string; tag: string }) => {
      this.shown.push({ title, ...options })
    },
  }
  clients = {
    matchAll: async () => this.windows,
    openWindow: async (url: string) => {
      this.went.push(`opened ${url}`)
    },
  }

  /** Sends an event and waits for what its hearer asked the browser to wait for. */
  async send(type: 'push' | 'notificationclick', more: object): Promise<void> {
    const work: Promise<unknown>[] = []
    this.dispatchEvent(
      Object.assign(new Event(type), more, { waitUntil: (one: Promise<unknown>) => work.push(one) }),
    )
    expect(work, 'the browser is asked to wait, else it may end the worker').toHaveLength(1)
    await Promise.all(work)
  }
}

function listening(): Scope {
  const scope = new Scope()
  vi.stubGlobal('self', scope)
  hearNews()
  return scope
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a push shows the words that were sent with it, and nothing else', async () => {
  const scope = listening()
  const said = { title: 'Reminder', body: 'You wanted to look at something', secret: 'My legs' }
  await scope.send('push', { data: { json: () => said } })
  expect(scope.shown).toEqual([{ title: said.title, body: said.body, tag: 'news' }])
})

test('a push without words says only whose it is, because a browser wants something shown for each', async () => {
  const scope = listening()
  await scope.send('push', { data: null })
  expect(scope.shown).toEqual([{ title: 'newleaf.example', body: '', tag: 'news' }])
})

test('a tap on it leads to the news, in the window that is open or in a new one', async () => {
  const scope = listening()
  const notification = { close: () => scope.went.push('closed') }
  await scope.send('notificationclick', { notification })
  expect(scope.went.splice(0)).toEqual(['closed', 'opened /account/notices'])
  scope.windows = [
    {
      focus: async () => void scope.went.push('focused'),
      navigate: async (url) => void scope.went.push(`led to ${url}`),
    },
  ]
  await scope.send('notificationclick', { notification })
  expect(scope.went).toEqual(['closed', 'focused', 'led to /account/notices'])
})
