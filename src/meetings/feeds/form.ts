import * as v from 'valibot'
import { groupKinds } from '../../groups/index.ts'
import { isZone } from '../../platform/clock.ts'

const text = v.pipe(v.optional(v.string(), ''), v.trim())
const orNothing = v.transform((given: string) => given || undefined)

/** What an operator says about a feed; the file itself is read apart from it. */
export const feedForm = v.object({
  name: v.pipe(text, v.nonEmpty('mistake.feedName'), v.maxLength(100, 'mistake.feedNameLong')),
  address: v.pipe(
    text,
    v.check((given) => given === '' || /^https?:$/.test(URL.parse(given)?.protocol ?? ''), 'mistake.link'),
    v.maxLength(1000, 'mistake.link'),
    orNothing,
  ),
  zone: v.pipe(
    text,
    v.check((given) => given === '' || isZone(given), 'mistake.feedZone'),
    orNothing,
  ),
  kind: v.optional(v.picklist(groupKinds, 'mistake.feedKind'), 'twelve_step'),
})
