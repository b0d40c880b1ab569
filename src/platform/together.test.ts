import { expect, test } from 'vitest'
import { Together } from './together.ts'

/** Finds every key but `missing`, as upper case. */
function looks() {
  const asked: string[][] = []
  const together = new Together<string>(async (keys) => {
    asked.push(keys)
    if (keys.includes('fails')) throw new Error('no line')
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, key.toUpperCase()]))
  })
  return { asked, together }
}

test('what is asked for at once is looked up in one go, each thing once', async () => {
  const { asked, together } = looks()
  const found = await Promise.all(['a', 'b', 'a', 'missing'].map((key) => together.find(key)))
  expect(found).toEqual(['A', 'B', 'A', undefined])
  expect(asked).toEqual([['a', 'b', 'missing']])
})

test('what is asked for meanwhile is looked up next, and a later question is a new look', async () => {
  const { asked, together } = looks()
  const first = together.find('a').then((found) => [found, together.find('a')] as const)
  const [found, again] = await first
  expect([found, await again]).toEqual(['A', 'A'])
  expect(asked).toEqual([['a'], ['a']])
})

test('a look that fails says so to those who asked, and to nobody after', async () => {
  const { together } = looks()
  const both = await Promise.allSettled([together.find('a'), together.find('fails')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await together.find('a')).toBe('A')
})
