import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { replyForm, topicForm } from './forms.ts'

const once = '0f9b3c1e-5b7a-4c51-9d3e-0a8c5a8d2f11'
const written = { title: 'Day 3, cannot sleep', body: 'My legs will not stop.', once }

function mistakes(schema: typeof topicForm | typeof replyForm, input: unknown): string[] {
  const result = v.safeParse(schema, input)
  return result.success ? [] : result.issues.map((issue) => issue.message)
}

describe('the form of a new topic', () => {
  test('takes words of the right length', () => {
    expect(mistakes(topicForm, written)).toEqual([])
    expect(mistakes(topicForm, { ...written, title: 'abc', body: '.' })).toEqual([])
    expect(mistakes(topicForm, { ...written, title: 'a'.repeat(120), body: 'a'.repeat(20_000) })).toEqual([])
  })
  test.each([
    [{ title: '' }, 'mistake.titleEmpty'],
    [{ title: ' \u200b ' }, 'mistake.titleEmpty'],
    [{ title: 'ab' }, 'mistake.titleShort'],
    [{ title: 'a'.repeat(121) }, 'mistake.titleLong'],
    [{ title: 'Hello\u202eolleh' }, 'mistake.titleTricks'],
    [{ title: ['Day 3', 'twice'] }, 'mistake.titleEmpty'],
    [{ body: '\u200b\r\n' }, 'mistake.bodyEmpty'],
    [{ body: '---' }, 'mistake.bodyEmpty'],
    [{ body: '[a]: https://example.org' }, 'mistake.bodyEmpty'],
    [{ body: 'a'.repeat(20_001) }, 'mistake.bodyLong'],
    [{ body: undefined }, 'mistake.bodyEmpty'],
    [{ once: 'x' }, 'mistake.once'],
    [{ once: undefined }, 'mistake.once'],
  ])('refuses %j with %s', (part, message) => {
    expect(mistakes(topicForm, { ...written, ...part })).toContain(message)
  })
  test('counts a line break once, however the browser sends it', () => {
    expect(mistakes(replyForm, { body: 'a\r\n'.repeat(10_000), once })).toEqual([])
  })
})
