import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { isForHere, plain } from '../asked.ts'

/** Lets the device fill in a form: asks the site what to sign, the device to sign it, and sends the answer. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const fields = form.querySelector<HTMLElement>('[data-passkey-fields]')
  const mistake = form.querySelector<HTMLElement>('[data-passkey-mistake]')
  const answer = form.querySelector<HTMLInputElement>('[name=answer]')
  const button = form.querySelector('button:not([type=button])')
  if (!fields || !mistake || !answer || !(button instanceof HTMLButtonElement)) continue
  fields.hidden = false
  const say = (words = '') => {
    mistake.textContent = words
    mistake.hidden = words === ''
  }
  if (!browserSupportsWebAuthn()) {
    button.disabled = true
    say(form.dataset.cannot)
    continue
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    say()
    button.disabled = true
    const signed = await sign(form, say)
    button.disabled = false
    if (signed === undefined) return
    answer.value = JSON.stringify(signed)
    sharedOf(form)
    form.submit()
  })
}

async function sign(form: HTMLFormElement, say: (words?: string) => void): Promise<unknown> {
  const options = await ask(form, say)
  if (!options) return undefined
  try {
    if (form.dataset.passkey === 'make')
      return await startRegistration({
        optionsJSON: plain(options as PublicKeyCredentialCreationOptionsJSON),
      })
    const shown = await startAuthentication({
      optionsJSON: plain(options as PublicKeyCredentialRequestOptionsJSON),
    })
    if (!isForHere(shown.response.userHandle)) return shown
    say(form.dataset.forHere)
    return undefined
  } catch {
    // No key, not unlocked, or the person thought better of it: browsers do not say which.
    say(form.dataset.unknown)
    return undefined
  }
}

async function ask(form: HTMLFormElement, say: (words?: string) => void): Promise<unknown> {
  try {
    const body = new FormData(form)
    const response = await fetch(form.dataset.ask ?? '', { method: 'POST', body })
    if (response.ok) return await response.json()
    const { mistake } = await response.json()
    say(mistake)
  } catch {
    say(form.dataset.failed)
  }
  return undefined
}

/** "This is a shared device" is ticked in the form above, for the passphrase: it means this way in as well. */
function sharedOf(form: HTMLFormElement): void {
  const shared = document.querySelector<HTMLInputElement>('input[type=checkbox][name=shared]')
  if (!shared?.checked || form.contains(shared)) return
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'shared'
  field.value = shared.value
  form.append(field)
}
