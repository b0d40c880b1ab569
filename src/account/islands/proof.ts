/**
 * The small check at sign-up: a sum that takes about a second, so that nobody makes a thousand accounts in a minute.
 * It begins when somebody begins to type, shows how far it is, and the browser's own cryptography does the work.
 */
interface Sum {
  nonce: string
  salt: string
  cost: number
  keyLength: number
  keyPrefix: string
}

const box = document.querySelector<HTMLElement>('[data-proof]')
const form = box?.closest('form')
// Without a secure context a browser has no cryptography for pages: the first posts wait for a moderator then.
if (box && form && globalThis.crypto?.subtle) {
  let work: Promise<void> | undefined
  let done = false
  const begin = () => {
    work ??= solve(form, box)
      .catch(() => {
        box.textContent = box.dataset.failed ?? ''
      })
      .then(() => {
        done = true
      })
    return work
  }
  form.addEventListener('input', begin)
  form.addEventListener('submit', (event) => {
    if (done || (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'make')) return
    event.preventDefault()
    const { submitter } = event
    begin().then(() => form.requestSubmit(submitter))
  })
}

// Most sums end before this; the bar then rests near its end instead of jumping back.
const likely = 6000
const atOnce = 16

async function solve(form: HTMLFormElement, box: HTMLElement): Promise<void> {
  box.hidden = false
  const bar = box.querySelector('progress')
  const challenge = await (await fetch('/join/check')).json()
  const parameters: Sum = challenge.parameters
  const salt = bytesOf(parameters.salt)
  for (let first = 0; ; first += atOnce) {
    const keys = await Promise.all(
      Array.from({ length: atOnce }, (_, step) => derive(parameters, salt, first + step)),
    )
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix))
    if (bar) bar.value = Math.min(0.97, first / likely)
    if (found < 0) continue
    const solution = { counter: first + found, derivedKey: keys[found] }
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'proof'
    field.value = JSON.stringify({ challenge, solution })
    form.append(field)
    box.textContent = box.dataset.done ?? ''
    return
  }
}

async function derive(
  { nonce, cost, keyLength }: Sum,
  salt: Uint8Array<ArrayBuffer>,
  counter: number,
): Promise<string> {
  const password = new Uint8Array(20)
  password.set(bytesOf(nonce))
  new DataView(password.buffer).setUint32(16, counter)
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: cost },
    key,
    keyLength * 8,
  )
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export {}
