/** What a server did that no honest server does. Each has its sentence for the person (`trouble.…`). */
export type TroubleKind =
  /** It showed a state from before one that this device has seen. */
  | 'rollback'
  /** It kept records back. */
  | 'omission'
  /** It shows different devices different histories. */
  | 'fork'
  /** Something it sent is not what a device of this person wrote. */
  | 'altered'
  /** The vault itself is not there any more. */
  | 'gone'
  /** Written in a format that this version does not know. */
  | 'unknown-version'

/** Thrown before anything on this device changed. */
export class HostileServer extends Error {
  override name = 'HostileServer'
  readonly kind: TroubleKind

  constructor(kind: TroubleKind) {
    super(`The server's answer was refused: ${kind}.`)
    this.kind = kind
  }
}

/** No answer, or one that says "later": nothing is wrong, and nothing is lost. */
export class Unreachable extends Error {
  override name = 'Unreachable'
  readonly status: number | undefined

  constructor(status?: number) {
    super(`The vault cannot be reached${status === undefined ? '' : ` (${status})`}.`)
    this.status = status
  }
}
