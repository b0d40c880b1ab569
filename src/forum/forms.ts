import * as v from 'valibot'
import { bodyLength, hasTrickCharacters, tidyBody, tidyTitle, titleLength } from './text.ts'

const title = v.pipe(
  v.string('mistake.titleEmpty'),
  v.transform(tidyTitle),
  v.check((text) => text !== '', 'mistake.titleEmpty'),
  v.check((text) => !hasTrickCharacters(text), 'mistake.titleTricks'),
  v.minLength(titleLength.min, 'mistake.titleShort'),
  v.maxLength(titleLength.max, 'mistake.titleLong'),
)

const body = v.pipe(
  v.string('mistake.bodyEmpty'),
  v.transform(tidyBody),
  v.minLength(bodyLength.min, 'mistake.bodyEmpty'),
  v.maxLength(bodyLength.max, 'mistake.bodyLong'),
)

// Made with the page: the same form sent twice is one post.
const once = v.pipe(v.string('mistake.once'), v.uuid('mistake.once'))

export const topicForm = v.object({ title, body, once })
export const replyForm = v.object({ body, once })
export const topicEditForm = v.object({ title, body })
export const replyEditForm = v.object({ body })

export type NewTopic = v.InferOutput<typeof topicForm>
export type NewReply = v.InferOutput<typeof replyForm>
