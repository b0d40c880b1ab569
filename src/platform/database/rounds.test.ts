import { expect, test } from 'vitest'
import { Rounds } from './rounds.ts'

/** Says every word in capitals, and nothing at all with `fails` among them. */
function shouts(options?: { apart?: (word: string) => string[] }) {
  const asked: string[][] = []
  const rounds = new Rounds<string, string>(async (words) => {
    asked.push(words)
    if (words.includes('fails')) throw new Error('no line')
    return words.map((word) => word.toUpperCase())
  }, options)
  return { asked, say: (word: string) => rounds.do(word) }
}

test('what comes at once goes in one round, each with its own answer', async () => {
  const { asked, say } = shouts()
  expect(await Promise.all(['a', 'b', 'a'].map(say))).toEqual(['A', 'B', 'A'])
  expect(asked).toEqual([['a', 'b', 'a']])
})

test('what comes meanwhile goes in the next, and a later one is a round of its own', async () => {
  const { asked, say } = shouts()
  const first = say('a').then(async (said) => [said, await say('a')])
  expect(await first).toEqual(['A', 'A'])
  expect(asked).toEqual([['a'], ['a']])
})

test('one that cannot be done keeps none of the others from being done', async () => {
  const { asked, say } = shouts()
  const all = await Promise.allSettled(['a', 'fails', 'b'].map(say))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(asked).toEqual([['a', 'fails', 'b'], ['a'], ['fails'], ['b']])
  expect(await say('c')).toBe('C')
})

test.for([
  ['a line that was cut', 'CONNECTION_CLOSED', 'fulfilled', 2],
  ['two who waited for each other', '40P01', 'fulfilled', 2],
  ['something wrong with it', '23514', 'rejected', 1],
] as const)(
  'one that fails alone is tried once more after %s, if that is worth it',
  async ([, code, status, tries]) => {
    let tried = 0
    const rounds = new Rounds<string, string>(async (words) => {
      if (++tried === 1) throw Object.assign(new Error('ended'), { code })
      return words
    })
    const [said] = await Promise.allSettled([rounds.do('a')])
    expect([said?.status, tried]).toEqual([status, tries])
  },
)

test('and not for ever', async () => {
  let tried = 0
  const rounds = new Rounds<string, string>(async () => {
    tried++
    throw Object.assign(new Error('ended'), { code: 'CONNECTION_CLOSED' })
  })
  await expect(Promise.all(['a', 'b'].map((word) => rounds.do(word)))).rejects.toThrow('ended')
  expect(tried).toBe(5)
})

test('what must be kept apart is in no round with its like', async () => {
  const { asked, say } = shouts({ apart: (word) => [word.slice(0, 1)] })
  const words = ['wren-1', 'wren-2', 'okapi-1', 'okapi-2', 'heron-1']
  expect(await Promise.all(words.map(say))).toEqual(words.map((word) => word.toUpperCase()))
  expect(asked).toEqual([
    ['wren-1', 'okapi-1', 'heron-1'],
    ['wren-2', 'okapi-2'],
  ])
})

test('a crowd goes in rounds of fifty', async () => {
  const { asked, say } = shouts()
  await Promise.all(Array.from({ length: 120 }, (_, index) => say(String(index))))
  expect(asked.map((round) => round.length)).toEqual([50, 50, 20])
})

test('a round that somebody holds up holds up nobody else but its like', async () => {
  const begun = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const done: string[] = []
  const rounds = new Rounds<string, void>(
    async (words) => {
      begun.resolve()
      if (words.includes('slow-1')) await held.promise
      done.push(words.join(' '))
      return words.map(() => undefined)
    },
    { apart: (word) => [word.slice(0, 4)], patienceMs: 0 },
  )
  const [first, second] = [rounds.do('slow-1'), rounds.do('slow-2')]
  await begun.promise
  await rounds.do('free')
  expect(done).toEqual(['free'])
  // Nothing is under way any more but what is held up.
  for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setTimeout(resolve))
  held.resolve()
  await Promise.all([first, second])
  expect(done).toEqual(['free', 'slow-1', 'slow-2'])
})

test('what may come together goes together, and waits while its like is under way', async () => {
  const begun = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const asked: string[][] = []
  const rounds = new Rounds<string, void>(
    async (words) => {
      asked.push(words)
      begun.resolve()
      if (words.includes('slow-1')) await held.promise
      return words.map(() => undefined)
    },
    { together: (word) => [word.slice(0, 4)], patienceMs: 0 },
  )
  const first = ['slow-1', 'slow-2'].map((word) => rounds.do(word))
  await begun.promise
  const later = ['slow-3', 'slow-4'].map((word) => rounds.do(word))
  await Promise.all(['free-1', 'free-2'].map((word) => rounds.do(word)))
  held.resolve()
  await Promise.all([...first, ...later])
  expect(asked).toEqual([
    ['slow-1', 'slow-2'],
    ['free-1', 'free-2'],
    ['slow-3', 'slow-4'],
  ])
})
