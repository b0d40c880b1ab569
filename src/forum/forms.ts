import * as v from 'valibot'
import { renderMarkdown } from '../platform/markdown.ts'
import { bodyLength, hasTrickCharacters, tidyBody, tidyTitle, titleLength } from './text.ts'

const title = v.pipe(
  v.string('mistake.titleEmpty'),
  v.transform(tidyTitle),
  v.check((text) => text !== '', 'mistake.titleEmpty'),
  v.check((text) => !hasTrickCharacters(text), 'mistake.titleTricks'),
  v.minLength(titleLength.min, 'mistake.titleShort'),
  v.maxLength(titleLength.max, 'mistake.titleLong'),
)

/** Words as they were typed, and as the HTML that every reader is sent: rendered here, once. */
const body = v.pipe(
  v.string('mistake.bodyEmpty'),
  v.transform(tidyBody),
  v.minLength(bodyLength.min, 'mistake.bodyEmpty'),
  v.maxLength(bodyLength.max, 'mistake.bodyLong'),
  v.transform((markdown) => ({ markdown, html: renderMarkdown(markdown) })),
  // "---" or a lone link definition is text that shows nothing.
  v.check(({ html }) => /[^\s]/.test(html.replace(/<[^>]*>/g, '')), 'mistake.bodyEmpty'),
)

// Made with the page: the same form sent twice is one post.
const once = v.pipe(v.string('mistake.once'), v.uuid('mistake.once'))

/** What a member begins; check-in threads are opened by the house. */
export const kinds = ['story', 'question', 'resource'] as const

const kind = v.optional(v.picklist(kinds, 'mistake.kind'), 'story')

export const topicForm = v.object({ title, body, kind, once })
export const replyForm = v.object({ body, once })
export const topicEditForm = v.object({ title, body })
export const replyEditForm = v.object({ body })
