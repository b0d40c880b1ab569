import * as v from 'valibot'
import { expect, test } from 'vitest'
import { emptyForm, readForm, typedList, typedText } from './forms.ts'

const schema = v.object({
  title: v.pipe(v.string('title.missing'), v.trim(), v.minLength(3, 'title.short')),
  tags: v.optional(v.array(v.string()), []),
})

test('a good form is a typed value', () => {
  const form = readForm(schema, { title: ' Day three ', tags: ['a', 'b'] })
  expect(form).toMatchObject({ ok: true, value: { title: 'Day three', tags: ['a', 'b'] } })
})

test('a mistake is named by its field, and what was typed is kept', () => {
  const form = readForm(schema, { title: 'x' })
  expect(form).toEqual({ ok: false, typed: { title: 'x' }, mistakes: { title: 'title.short' } })
  expect(typedText(form, 'title')).toBe('x')
})

test('a missing field has a mistake of its own', () => {
  expect(readForm(schema, {}).mistakes).toEqual({ title: 'title.missing' })
})

test('a file where a text belongs counts as nothing typed', () => {
  expect(readForm(schema, { title: new File(['x'], 'x.txt') }).mistakes).toEqual({ title: 'title.missing' })
})

test('one box and several boxes read alike', () => {
  expect(typedList({ typed: { a: 'x' } }, 'a')).toEqual(['x'])
  expect(typedList({ typed: { a: ['x', 'y'] } }, 'a')).toEqual(['x', 'y'])
  expect(typedList(emptyForm(), 'a')).toEqual([])
})

test('a field that is sent twice and wants one text takes the first', () => {
  const once = v.object({ name: v.pipe(v.string(), v.minLength(1, 'name.missing')) })
  expect(readForm(once, { name: ['wren', 'robin'] })).toMatchObject({ ok: true, value: { name: 'wren' } })
  expect(readForm(once, { name: ['', 'robin'] }).mistakes).toEqual({ name: 'name.missing' })
  expect(readForm(schema, { title: ['wren', 'robin'] }).mistakes).toEqual({ title: 'title.missing' })
})
