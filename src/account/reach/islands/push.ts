import { scriptUrl } from '../../../design/islands/html.ts'

/** Asks the browser where it wants to be told, and sends that with the form. */
const form = document.querySelector<HTMLFormElement>('form[data-push]')
const fields = form?.querySelector<HTMLElement>('[data-push-fields]')
const mistake = form?.querySelector<HTMLElement>('[data-push-mistake]')
const button = form?.querySelector('button')

if (form && fields && mistake && button) {
  fields.hidden = false
  const say = (words = '') => {
    mistake.textContent = words
    mistake.hidden = words === ''
  }
  if ('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis)
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      button.disabled = true
      say()
      const wrong = await subscribe(form)
      button.disabled = false
      if (wrong) say(form.dataset[wrong])
      else form.submit()
    })
  else {
    button.disabled = true
    say(form.dataset.cannot)
  }
}

async function subscribe(into: HTMLFormElement): Promise<'denied' | 'failed' | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    await navigator.serviceWorker.register(scriptUrl('/sw.js'))
    const { pushManager } = await navigator.serviceWorker.ready
    // One that was made for another key of this site would reach nobody.
    await (await pushManager.getSubscription())?.unsubscribe()
    const { endpoint, keys } = (
      await pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: into.dataset.push ?? '',
      })
    ).toJSON()
    for (const [name, value] of Object.entries({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth })) {
      const field = into.querySelector<HTMLInputElement>(`[name=${name}]`)
      if (field) field.value = value ?? ''
    }
    return undefined
  } catch {
    return 'failed'
  }
}

/** Removed here, the browser forgets it too. */
for (const one of document.querySelectorAll<HTMLFormElement>('form[data-push-remove]'))
  one.addEventListener('submit', async (event) => {
    event.preventDefault()
    const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
    await (await registration?.pushManager.getSubscription())?.unsubscribe().catch(() => {})
    one.submit()
  })
