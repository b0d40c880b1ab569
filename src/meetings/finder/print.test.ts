import { expect } from 'vitest'
import { test } from '../../testing/site.ts'

test('a booklet names this site, whatever the one who asks calls it', async ({ site }) => {
  const answer = await site.app.request('http://evil.example/meetings/print', {
    headers: { host: 'evil.example' },
  })
  expect(answer.status).toBe(200)
  const booklet = await answer.text()
  expect(booklet).not.toContain('evil.example')
  expect(booklet).toContain('http://localhost:3000/meetings')
})
