import { describe, expect, test as plain } from 'vitest'
import { test } from '../../testing/site.ts'
import { wordsOf } from '../entries/words.ts'
import { csvOf, fromOwnFile, ownFileOf, tableOf } from '../handover/csv.rules.ts'
import { edit, shown } from '../records/edit.rules.ts'
import { merge } from '../records/merge.rules.ts'
import type { Dot } from '../records/stamp.rules.ts'
import { recordTypes } from '../records/types.ts'
import { answersFrom, changedSince, firstWordsOf, isBlank, sheetOf } from './sheet.rules.ts'
import { fieldsOfSheet, mostLetters, sheetNames } from './sheets.ts'

const typed = (fields: Record<string, string>) =>
  new Map(Object.entries(fields).map(([field, text]) => [field, [text]]))
const always = () => true

describe('what was written on a sheet', () => {
  plain('is kept field by field; a slider that nobody touched is no answer', () => {
    const fields = typed({ thought: 'I will never sleep again', trueBefore: '9', trueAfter: '5', evil: 'x' })
    const answers = answersFrom('thought-and-answer', fields, (field) => field === 'trueBefore')
    expect(answers).toMatchObject({ thought: 'I will never sleep again', trueBefore: 9, trueAfter: null })
    expect(answers).not.toHaveProperty('evil')
  })

  plain.each([
    ['11', null],
    ['-1', null],
    ['1.5', null],
    ['ten', null],
    ['0', 0],
    ['10', 10],
  ])('a number of %s', (text, value) => {
    const fields = typed({ trueBefore: text })
    expect(answersFrom('thought-and-answer', fields, always).trueBefore).toBe(value)
  })

  plain('nothing at all is not kept, and a choice alone is enough', () => {
    expect(isBlank(answersFrom('halt-look', typed({ hungry: 'perhaps' }), always))).toBe(true)
    expect(isBlank(answersFrom('halt-look', typed({ hungry: 'no' }), always))).toBe(false)
  })

  plain('a change names only what is different, and can empty a text', () => {
    const before = { at: 'x', sheet: 'halt-look', hungry: 'yes', first: 'bread' }
    const answers = answersFrom('halt-look', typed({ hungry: 'yes', tired: 'some' }), always)
    expect(changedSince(before, answers)).toEqual({ tired: 'some', first: '' })
  })

  plain('stands in lists with its first words, cut where they are many', () => {
    const fields = { at: 'x', sheet: 'day-plan', matters: '', morning: 'the dog' }
    expect(wordsOf({ fields })).toBe('the dog')
    const long = firstWordsOf({ sheet: 'day-plan', matters: '🌱'.repeat(500) })
    expect([...long]).toHaveLength(162)
    expect(firstWordsOf({ sheet: 'constructor', matters: 'x' })).toBe('')
    expect(sheetOf({ sheet: 'from-a-later-version' })).toBeUndefined()
  })

  plain('full to the brim a sheet fits into one sealed record', () => {
    for (const name of sheetNames) {
      const fields = fieldsOfSheet(name).map(([field]) => [field, 'm'.repeat(mostLetters)])
      expect(JSON.stringify(Object.fromEntries(fields)).length, name).toBeLessThan(7000)
    }
  })
})

describe('a sheet in the journal', () => {
  const kinds = recordTypes.sheet ?? { schema: 0, merge: {} }
  const dot = (count: number, device: string): Dot => `${String(count).padStart(9, '0')}000.${device}` as Dot

  plain('two devices that wrote in one box keep both texts, and other boxes mix', () => {
    const first = edit(
      undefined,
      { at: 'x', sheet: 'costs-and-gains', usingCosts: 'money' },
      'sheet',
      kinds,
      dot(1, 'a'),
    )
    const phone = edit(
      first,
      { usingCosts: 'money, sleep', usingGives: 'quiet' },
      'sheet',
      kinds,
      dot(2, 'a'),
    )
    const laptop = edit(first, { usingCosts: 'money, my brother' }, 'sheet', kinds, dot(3, 'b'))
    const both = shown('id', merge(phone, laptop))
    expect(both?.fields).toMatchObject({ usingCosts: 'money, my brother', usingGives: 'quiet' })
    expect(both?.versions?.usingCosts).toEqual(['money, my brother', 'money, sleep'])
  })

  plain('goes along in our own file and in the table', () => {
    const sheet = {
      type: 'sheet',
      fields: { at: '2026-11-22T03:40', sheet: 'halt-look', hungry: 'yes', first: 'soup', after: '' },
    }
    expect(fromOwnFile(ownFileOf([sheet]))).toEqual([sheet])
    const [row] = tableOf(csvOf([sheet]))
    expect(row).toMatchObject({ type: 'sheet', at: '2026-11-22T03:40', sheet: 'halt-look' })
    expect(JSON.parse(row?.answers ?? '')).toEqual({ hungry: 'yes', first: 'soup' })
  })
})

test('every sheet is there on paper too, for people without a script and without an account', async ({
  site,
}) => {
  const all = await (await site.get('/journal/sheets')).text()
  for (const name of sheetNames) {
    expect(all).toContain(`href="/journal/sheets/${name}"`)
    expect(all).toContain(`href="/journal/paper/${name}"`)
    const paper = await (await site.get(`/journal/paper/${name}`)).text()
    expect(paper).not.toContain('<form')
    expect(paper).not.toContain('data-journal-worker')
    for (const [field] of fieldsOfSheet(name)) expect(paper).not.toContain(`ask.${name}.${field}`)
    expect((await site.get(`/toolkit/${name}`)).status, name).toBe(200)
    const sealed = await (await site.get(`/journal/sheets/${name}`)).text()
    expect(sealed).toContain(`<noscript>`)
    expect(sealed).toContain(`href="/journal/paper/${name}"`)
  }
  expect((await site.get('/journal/sheets/nothing')).status).toBe(404)
})
