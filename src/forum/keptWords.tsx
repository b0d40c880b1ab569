import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { emptyForm, type Typed } from '../platform/forms.ts'
import type { Env } from '../platform/web.ts'
import { KeptWordsPage } from './views/writingPages.tsx'

/** The session ended while somebody was writing: a page with all they typed, to be sent to `action` again. */
export function keptWords(
  c: Context<Env>,
  typed: Typed,
  what: 'topic' | 'reply',
  action = c.req.path,
): Response {
  const form = emptyForm(afresh(typed, {}))
  const isSignedIn = c.var.formToken !== undefined
  return c.var.page(
    <KeptWordsPage action={action} form={form} isTopic={what === 'topic'} isSignedIn={isSignedIn} />,
    401,
  )
}

/** The key of a form that is shown again stays, so that sending it twice is still one post; a bad one is replaced. */
export function afresh(typed: Typed, mistakes: Record<string, string>): Typed {
  return mistakes.once || typeof typed.once !== 'string' ? { ...typed, once: randomUUID() } : typed
}
