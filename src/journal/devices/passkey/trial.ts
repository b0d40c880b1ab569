import type { Bytes } from '../../seal/bytes.ts'
import type { PasskeyWrap } from '../../store-on-device/deviceStore.ts'
import { type PasskeyAsked, unwrapWithPasskey, wrapWithPasskey } from './wrap.ts'

/**
 * Tries a new passkey before it is kept: what one answer sealed, the next must open. Some keys answer anew each time,
 * and nobody shall find that out in front of a closed journal.
 */
export class PasskeyTrial {
  private before: PasskeyWrap | undefined

  /** @returns the wrap that has been opened once, or undefined as long as there is none */
  async take(secret: Bytes, asked: PasskeyAsked, output: Bytes): Promise<PasskeyWrap | undefined> {
    const { before } = this
    this.before = undefined
    const opened = before && (await unwrapWithPasskey(before, output))
    opened?.fill(0)
    if (opened) return before
    this.before = await wrapWithPasskey(secret, asked, output)
    return undefined
  }
}
