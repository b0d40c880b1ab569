import * as v from 'valibot'
import { renderMarkdown } from '../platform/markdown.ts'
import { helpIds } from './helped/helps.rules.ts'
import { noteKinds } from './posts/notes.ts'
import { holdQuotes } from './posts/quote.rules.ts'
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
  v.transform((text) => holdQuotes(tidyBody(text))),
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

/** One box or several; the writer's word for what is heavy to read. */
const notes = v.optional(
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((chosen) => [chosen].flat()),
    v.transform((chosen) => noteKinds.filter((note) => chosen.includes(note))),
  ),
  [],
)

/** What it helped with, where it is something that helped. */
const helps = v.optional(
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((chosen) => [chosen].flat()),
    v.transform((chosen) => helpIds.filter((id) => chosen.includes(id))),
  ),
  [],
)

/** What the words were when the form was drawn: see `posts/version.rules.ts`. */
const was = v.fallback(v.pipe(v.string(), v.maxLength(100)), '')

/** A box that is ticked or not: whatever else comes is not ticked. */
const needs = v.pipe(
  v.optional(v.unknown()),
  v.transform((value) => value === 'yes'),
)

export const topicForm = v.object({ title, body, kind, helps, notes, needs, once })
export const replyForm = v.object({ body, notes, needs, once })
export const topicEditForm = v.object({ title, body, helps, notes, was })
export const replyEditForm = v.object({ body, notes, was })
export const notesForm = v.object({ notes })

const short = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '')

/** Words on their way: nothing in them need be right yet. */
export const draftForm = v.object({
  once,
  title: short(1000),
  body: short(40_000),
  space: short(100),
  kind: v.fallback(v.picklist(kinds), 'story'),
  helps,
  notes,
  needs,
})

export const moveForm = v.object({
  space: v.pipe(v.string('mistake.space'), v.maxLength(100, 'mistake.space')),
})
export const mergeForm = v.object({
  into: v.pipe(v.string('mistake.noTopic'), v.maxLength(200, 'mistake.noTopic')),
})
export const splitForm = v.object({
  title,
  body,
  replies: v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((chosen) => [chosen].flat().filter((id) => /^[1-9]\d{0,17}$/.test(id))),
    v.minLength(1, 'mistake.replies'),
    v.maxLength(100, 'mistake.replies'),
  ),
})
