export type WhyBroken =
  /** Written by a newer version of the format, or by nobody we know: refused, never guessed. */
  | 'unknown-version'
  /** No blob of this format at all. */
  | 'malformed'
  /** Not what was sealed for this place: another key, record, type, revision, or changed on the way. */
  | 'not-authentic'
  | 'too-large'

/** A sealed thing that does not open. Nothing of what is inside is in its message. */
export class SealBroken extends Error {
  override name = 'SealBroken'
  readonly why: WhyBroken

  constructor(why: WhyBroken) {
    super(`The seal does not open: ${why}.`)
    this.why = why
  }
}
