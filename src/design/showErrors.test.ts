import { expect } from 'vitest'
import type { Log } from '../platform/log.ts'
import { postTopic } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

test('a fault is logged without what somebody wrote, under the reference that they see', async ({ site }) => {
  const logged: Record<string, unknown>[] = []
  site.app.get('/broken', (c) => {
    c.set('log', { error: (fault: Record<string, unknown>) => logged.push(fault) } as unknown as Log)
    throw new Error('invalid input syntax for type bigint: "day 3, "awake""')
  })
  const page = await (await site.get('/broken?words=lantern')).text()
  expect(logged).toHaveLength(1)
  expect(page).toContain(String(logged[0]?.reference))
  expect(page).not.toContain('bigint')
  expect(logged[0]?.stack).toContain('invalid input syntax for type bigint: "…"\n    at ')
  expect(JSON.stringify(logged)).not.toMatch(/awake|lantern/)
})

test('words are given back after a fault too, to copy, and stand in no log', async ({ site }) => {
  const logged: Record<string, unknown>[] = []
  site.app.post('/broken', (c) => {
    c.set('log', { error: (fault: Record<string, unknown>) => logged.push(fault) } as unknown as Log)
    throw new Error('no line')
  })
  const answer = await site.post('/broken', { _words: 'body', body: 'An hour of words', once: 'a key' })
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).toContain('An hour of words</textarea>')
  expect(page).toContain(String(logged[0]?.reference))
  expect(page).not.toContain('a key')
  expect(JSON.stringify(logged)).not.toContain('An hour')
})

test('a form that is refused before its size is known is not read', async ({ site }) => {
  let [answer, asked] = [undefined as Response | undefined, 0]
  const chunk = Buffer.from('a'.repeat(64 * 1024))
  for (let tries = 0; tries < 200 && answer?.status !== 429; tries++) {
    asked = 0
    const body = new ReadableStream({
      pull(controller) {
        if (++asked > 100) return controller.close()
        controller.enqueue(chunk)
      },
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const streamed = { method: 'POST', body, headers, duplex: 'half' }
    answer = await site.app.request('/mail/stop/nobody', streamed)
  }
  expect(answer?.status).toBe(429)
  expect(asked).toBeLessThan(5)
})

test('who has to sign in first is led back to the page of the form, never to where it is sent', async ({
  site,
}) => {
  const topic = await postTopic(site, await site.member('wren'))
  const leadsTo = async (referer: string | undefined) => {
    const answer = await site.post(`${topic}/thanks`, { post: '0' }, { headers: referer ? { referer } : {} })
    expect(answer.status).toBe(401)
    return decodeURIComponent(/\/sign-in\?next=([^"&]+)/.exec(await answer.text())?.[1] ?? '')
  }
  expect(await leadsTo(`http://localhost${topic}?page=2`)).toBe(`${topic}?page=2`)
  for (const other of [undefined, 'https://evil.example/forum/1', 'no address'])
    expect(await leadsTo(other)).toBe('/')
})
