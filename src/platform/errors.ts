export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429

/**
 * Not a fault: the visitor is told, in a sentence that is shown as written, why something does not happen.
 * Thrown by handlers, caught once at the edge, never logged.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: RefusalStatus
  /** Undefined where the page for that status says it better (a plain 404). */
  readonly sentence: string | undefined
  /** Where "sign in and come back" leads, for what only members may do. */
  readonly signIn: boolean
  readonly retryAfterSeconds: number | undefined
  /** Where to do what is missing first; it leads back from there. */
  readonly first: string | undefined

  constructor(
    status: RefusalStatus,
    sentence?: string,
    more: { signIn?: boolean; retryAfterSeconds?: number; first?: string } = {},
  ) {
    super(sentence ?? `Refused with ${status}`)
    this.status = status
    this.sentence = sentence
    this.signIn = more.signIn ?? false
    this.retryAfterSeconds = more.retryAfterSeconds
    this.first = more.first
  }
}

/** Nothing is at this address (or nothing that this visitor may know of). */
export function notFound(sentence?: string): Refusal {
  return new Refusal(404, sentence)
}

/** @param sentence already in the visitor's language */
export function refused(sentence: string, status: RefusalStatus = 403): Refusal {
  return new Refusal(status, sentence)
}
