import * as v from 'valibot'

const text = v.optional(v.string(), '')

const choices = {
  pace: v.picklist(['once', 'daily'], 'mail.mistake.choice'),
  hour: v.pipe(
    text,
    v.regex(/^\d{1,2}$/, 'mail.mistake.choice'),
    v.transform(Number),
    v.maxValue(23, 'mail.mistake.choice'),
  ),
  kinds: v.picklist(['all', 'answers', 'urgent'], 'mail.mistake.choice'),
}

export const choicesForm = v.object(choices)

/** One address, plainly written: no name beside it, no list, nothing that a mail program could read as two. */
export const addressForm = v.object({
  address: v.pipe(
    text,
    v.trim(),
    v.nonEmpty('mail.mistake.address'),
    v.maxLength(254, 'mail.mistake.address'),
    v.email('mail.mistake.address'),
  ),
  ...choices,
})
