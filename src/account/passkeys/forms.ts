import * as v from 'valibot'

export const longestName = 40
/** More than anybody has devices, few enough to read. */
export const mostPasskeys = 20

const text = v.optional(v.string(), '')

export const addForm = v.object({
  name: v.pipe(
    text,
    v.transform((typed) => [...typed.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longestName).join('')),
  ),
  answer: text,
})
