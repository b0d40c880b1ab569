import { staysHere } from '../../../design/staysHere.ts'
import type { Journal } from '../../client/journal.ts'
import { type Bytes, concat, randomBytes, toBase64Url, utf8 } from '../../seal/bytes.ts'
import type { PasskeyAsked } from './wrap.ts'

// Only a page may ask the browser for a passkey. What it answers goes on to the worker at once and leaves nothing here.

/** Whether this browser says that its passkeys can do this. One that says nothing is not tried. */
export async function mayHavePasskey(): Promise<boolean> {
  try {
    return (await PublicKeyCredential.getClientCapabilities())['extension:prf'] === true
  } catch {
    return false
  }
}

const mostAnswers = 2

/** How adding one ended: `cannot` is a passkey, or a place to keep it, that has no PRF or gives no steady answer. */
type Added = 'kept' | 'cannot' | 'stopped'

/**
 * Makes a passkey for the journal on this device. It is kept when what it answers twice opens the same.
 * @param name under which the device lists it
 */
export async function addPasskey(journal: Journal, name: string): Promise<Added> {
  let asked: PasskeyAsked | undefined
  try {
    const { passkey, isAble, output } = await make(name)
    asked = passkey
    if (output) await journal.tryPasskey(asked, output)
    for (let times = 0; isAble && times < mostAnswers; times++) {
      const answer = await answerOf(asked)
      if (!answer) break
      if ((await journal.tryPasskey(asked, answer)) === 'kept') return 'kept'
    }
    await disown(asked.id)
    return 'cannot'
  } catch (error) {
    if (asked) await disown(asked.id)
    return wasStopped(error) ? 'stopped' : 'cannot'
  }
}

/** Opens the journal with the passkey of this device. @returns whether it is open */
export async function openWithPasskey(journal: Journal): Promise<boolean> {
  const asked = await journal.passkey()
  if (!asked) return false
  const output = await answerOf(asked).catch(() => undefined)
  return output !== undefined && journal.openWithPasskey(output)
}

/** Takes it away here, and tells the device that it opens nothing any more; many then drop it from their list. */
export async function removePasskey(journal: Journal): Promise<void> {
  const asked = await journal.passkey()
  await journal.removePasskey()
  if (asked) await disown(asked.id)
}

interface Made {
  passkey: PasskeyAsked
  /** It has a PRF at all. */
  isAble: boolean
  /** Some answer at once, others only when they are asked the next time. */
  output: ArrayBuffer | undefined
}

async function make(name: string): Promise<Made> {
  const salt = randomBytes(32)
  const asked = {
    publicKey: {
      rp: { name },
      // Random: it leads to no account, and a second one does not overwrite the first.
      user: { id: concat(utf8(staysHere), randomBytes(16)), name, displayName: name },
      // Nobody checks a signature: what opens is the answer itself.
      challenge: randomBytes(32),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      // Without a look at who it is, some keys answer differently; phones give an answer only for those they list.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      hints: ['client-device'],
      attestation: 'none',
      extensions: { prf: { eval: { first: salt } } },
    },
  } satisfies { publicKey: PublicKeyCredentialCreationOptions & { hints: string[] } }
  const made = (await navigator.credentials.create(asked)) as PublicKeyCredential
  const { prf } = made.getClientExtensionResults()
  const transports = (made.response as AuthenticatorAttestationResponse).getTransports?.() ?? []
  const passkey = { id: new Uint8Array(made.rawId), salt, transports }
  return { passkey, isAble: prf?.enabled === true, output: first(prf) }
}

async function answerOf({ id, salt, transports }: PasskeyAsked): Promise<ArrayBuffer | undefined> {
  const shown = (await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      allowCredentials: [{ type: 'public-key', id, transports: transports as AuthenticatorTransport[] }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential
  return first(shown.getClientExtensionResults().prf)
}

/** The very buffer of the browser, so that handing it over takes it from this page. */
function first(prf: AuthenticationExtensionsPRFOutputs | undefined): ArrayBuffer | undefined {
  const found = prf?.results?.first
  if (!found) return undefined
  return found instanceof ArrayBuffer ? found : (found.buffer as ArrayBuffer)
}

async function disown(id: Bytes): Promise<void> {
  try {
    await PublicKeyCredential.signalUnknownCredential({
      rpId: location.hostname,
      credentialId: toBase64Url(id),
    })
  } catch {
    // Browsers that cannot be told: it stays in the list of the device until somebody removes it there.
  }
}

const wasStopped = (error: unknown): boolean =>
  error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)
