import * as v from 'valibot'
import { isPushAddress, wordings } from '../rules.ts'

const bytes = (length: number) =>
  v.pipe(
    v.string('push.mistake'),
    v.regex(/^[\w-]{1,100}={0,2}$/, 'push.mistake'),
    v.check((typed) => Buffer.from(typed, 'base64url').length === length, 'push.mistake'),
  )

const wording = v.picklist(wordings, 'push.mistake')
const kinds = v.picklist(['all', 'answers', 'urgent'], 'push.mistake')

/** What the browser says of itself, and what the member chose. */
export const deviceForm = v.object({
  endpoint: v.pipe(v.string('push.mistake'), v.check(isPushAddress, 'push.mistake')),
  p256dh: v.pipe(
    bytes(65),
    v.check((typed) => Buffer.from(typed, 'base64url')[0] === 4, 'push.mistake'),
  ),
  auth: bytes(16),
  wording,
  kinds,
})

/** What a device that is told already says from now on, and of what. */
export const choiceForm = v.object({ wording, kinds })
