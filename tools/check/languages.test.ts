import { expect, test } from 'vitest'
import { languages } from './languages.ts'
import { places, tree } from './tree.ts'

const english = {
  hello: 'Hello',
  count: '{count, plural, one {# reply} other {# replies}}',
  by: '{who, select, me {by me} other {by {name}}}',
}
const file = (messages: object) => JSON.stringify(messages, null, 2)
const german = {
  hello: 'Hallo',
  count: '{count, plural, one {# Antwort} few {# x} other {# Antworten}}',
  by: '{who, select, other {von {name}} me {von mir}}',
}
const clean = { 'messages/en/forum.json': file(english), 'messages/de/forum.json': file(german) }

test('languages with the same keys and arguments pass, whatever their plural forms and order', async () => {
  expect(await places(languages, tree(clean))).toEqual([])
})

test('a message that does not parse is found at its line, in English too', async () => {
  const broken = { 'messages/en/forum.json': file({ hello: 'Hello', count: '{count, plural, one {x}' }) }
  expect(await places(languages, tree(broken))).toEqual(['messages/en/forum.json:3'])
})

test('missing, added and changed messages are found', async () => {
  const { hello: _, ...rest } = german
  const told = async (messages: object) =>
    languages.run(tree({ ...clean, 'messages/de/forum.json': file(messages) }))
  expect((await told(rest)).map(({ sentence }) => sentence)).toEqual(['Translate "hello".'])
  expect((await told({ ...german, more: 'mehr' }))[0]?.sentence).toContain('Remove "more"')
  expect((await told({ ...german, hello: 'Hallo {name}' }))[0]?.sentence).toContain(
    'arguments of English: none',
  )
  expect((await told({ ...german, count: '{count} Antworten' }))[0]?.sentence).toContain('count: plural')
  expect((await told({ ...german, by: '{who, select, other {von {name}}}' }))[0]?.sentence).toContain(
    'me|other',
  )
})

test('a missing file and a file without an English one are found', async () => {
  const broken = { ...clean, 'messages/en/help.json': '{}', 'messages/de/old.json': '{}' }
  expect(await places(languages, tree(broken))).toEqual(['messages/de/help.json', 'messages/de/old.json'])
})
