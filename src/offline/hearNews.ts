/** What a service worker is told of news, as far as it is needed here; the types of the page know nothing of it. */
interface NewsScope {
  addEventListener(type: 'push', hear: (event: PushEvent) => void): void
  addEventListener(type: 'notificationclick', hear: (event: ClickEvent) => void): void
  registration: {
    showNotification(title: string, options: { body: string; tag: string }): Promise<void>
  }
  clients: {
    matchAll(options: {
      type: 'window'
    }): Promise<{ url: string; focus(): Promise<unknown>; navigate?(url: string): Promise<unknown> }[]>
    openWindow(url: string): Promise<unknown>
  }
  location: { hostname: string }
}
interface PushEvent {
  data: { json(): { title?: string; body?: string } } | null
  waitUntil(work: Promise<unknown>): void
}
interface ClickEvent {
  notification: { close(): void }
  waitUntil(work: Promise<unknown>): void
}

const page = '/account/notices'

/**
 * A push shows one discreet notice, in the words that the member chose. It never holds what happened: that is read on the
 * site, by whoever is signed in. A newer one takes the place of the one before.
 */
export function hearNews(): void {
  const scope = self as unknown as NewsScope
  scope.addEventListener('push', (event) => {
    event.waitUntil(show(scope, event))
  })
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(scope))
  })
}

async function show(scope: NewsScope, event: PushEvent): Promise<void> {
  // A browser wants something to be shown for each push, also for one without words.
  const said = event.data?.json() ?? {}
  await scope.registration.showNotification(said.title ?? scope.location.hostname, {
    body: said.body ?? '',
    tag: 'news',
  })
}

async function open(scope: NewsScope): Promise<void> {
  const [window] = await scope.clients.matchAll({ type: 'window' })
  if (!window?.navigate) {
    await scope.clients.openWindow(page)
    return
  }
  await window.focus()
  await window.navigate(page)
}
