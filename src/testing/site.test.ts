import { expect } from 'vitest'
import { test } from './site.ts'

test('an unknown address is a page with the right status and the security headers', async ({ site }) => {
  const answer = await site.get('/no-such-page')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Nothing is here')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('a form from another site is refused with a page', async ({ site }) => {
  const answer = await site.post('/healthz', {}, { headers: { origin: 'https://elsewhere.example' } })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('came from another place')
})

test('a wrong method is told which ones work', async ({ site }) => {
  const answer = await site.post('/healthz', {})
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toContain('GET')
})

test('a body that is too large is refused', async ({ site }) => {
  const answer = await site.post('/no-such-page', { text: 'x'.repeat(300_000) })
  expect(answer.status).toBe(413)
  expect(answer.headers.get('connection')).toBe('close')
})
