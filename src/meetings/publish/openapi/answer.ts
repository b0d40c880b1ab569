import type { Context } from 'hono'
import type { Env } from '../../../platform/web.ts'
import { typeCodes } from '../../index.ts'
import { answerWith } from '../answer/answer.ts'
import { siteOf } from '../site.ts'
import { describe } from './describe.ts'

export function answerDescription(c: Context<Env>): Promise<Response> {
  return answerWith(c, {
    key: 'openapi',
    tags: [],
    type: 'application/json; charset=utf-8',
    maxAgeSeconds: 3600,
    make: () => ({ pieces: description(c) }),
  })
}

async function* description(c: Context<Env>): AsyncGenerator<string> {
  yield JSON.stringify(describe(siteOf(c.var.config), [...typeCodes].sort()), null, 1)
}
