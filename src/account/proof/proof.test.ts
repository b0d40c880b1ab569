import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import { passphrase } from '../../testing/visitor.ts'

async function solved(site: Site): Promise<{ challenge: Challenge; solution: object }> {
  const challenge = await (await site.get('/join/check')).json()
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('The sum was not solved.')
  return { challenge, solution }
}

const proved = async (site: Site, handle: string) =>
  (await site.db<{ provedWork: boolean }[]>`select proved_work from members where handle = ${handle}`)[0]
    ?.provedWork

describe('the small check at sign-up', () => {
  test('done, the first posts go at once; one check is one account', async ({ site }) => {
    const proof = JSON.stringify(await solved(site))
    for (const handle of ['wren', 'robin']) {
      const answer = await site.post('/join', { handle, passphrase, proof })
      expect(answer.status).toBe(201)
    }
    expect(await proved(site, 'wren')).toBe(true)
    expect(await proved(site, 'robin')).toBe(false)
  })

  test('a handle that is taken does not use it up', async ({ site }) => {
    await site.member('wren')
    const proof = JSON.stringify(await solved(site))
    expect((await site.post('/join', { handle: 'wren', passphrase, proof })).status).toBe(422)
    expect((await site.post('/join', { handle: 'robin', passphrase, proof })).status).toBe(201)
    expect(await proved(site, 'robin')).toBe(true)
  })

  test('too old, made easier, made up or nonsense counts as none, and the account is made', async ({
    site,
  }) => {
    const { challenge, solution } = await solved(site)
    const { parameters } = challenge
    const wrong = [
      '',
      '{}',
      '[[[',
      'x'.repeat(100_000),
      JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '0'.repeat(64) } }),
      JSON.stringify({ challenge: { ...challenge, signature: 'f'.repeat(64) }, solution }),
      JSON.stringify({ challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution }),
      JSON.stringify({
        challenge: { ...challenge, parameters: { ...parameters, data: { until: 9_999_999_999 } } },
        solution,
      }),
    ]
    for (const [index, proof] of wrong.entries()) {
      const handle = `heron-${'abcdefghij'[index]}${'abcdefghij'[index]}`
      expect((await site.post('/join', { handle, passphrase, proof })).status).toBe(201)
      expect(await proved(site, handle), proof.slice(0, 80)).toBe(false)
    }
    site.setNow('2026-11-22T12:30:00Z')
    const proof = JSON.stringify({ challenge, solution })
    await site.post('/join', { handle: 'robin', passphrase, proof })
    expect(await proved(site, 'robin')).toBe(false)
  })

  test('the page says before what it means to go without', async ({ site }) => {
    const page = await (await site.get('/join')).text()
    expect(page).toMatch(/<noscript>.*your first two posts before others see them.*<\/noscript>/s)
  })

  test('who brings proof of work is let through a flood', async ({ site }) => {
    for (let count = 0; count < 61; count++)
      await site.post('/join', { handle: `moderator-${count}`, passphrase: 'x' })
    const proof = JSON.stringify(await solved(site))
    const flood = async (more: Record<string, string>) =>
      (await site.post('/join', { handle: 'finch', passphrase, ...more })).status
    await site.member('finch')
    for (let count = 0; count < 60; count++) expect(await flood({})).toBe(422)
    expect(await flood({})).toBe(429)
    expect((await site.post('/join', { handle: 'wren', passphrase, proof })).status).toBe(201)
  })
})
