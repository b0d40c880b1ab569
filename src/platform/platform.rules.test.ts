import { expect, test } from 'vitest'
import { isZone } from './clock.ts'
import { chooseEncoding, compress } from './compress.ts'
import { negotiateLanguage } from './languages.ts'
import { memoryLimits, senderKey } from './limits.ts'
import { renderMarkdown } from './markdown.ts'
import { carriesSession, maskToken, newToken, sameToken } from './sessions.ts'

test.each([
  ['America/New_York', true],
  ['Asia/Kathmandu', true],
  ['UTC', true],
  ['Mars/Base', false],
  ['+05:00', false],
  ['', false],
  ["x'; drop table members", false],
])('%s is a zone: %s', (name, expected) => expect(isZone(name)).toBe(expected))

test.each([
  [undefined, 'identity'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5', 'br'],
  ['gzip;q=0', 'identity'],
])('a browser that accepts %s gets %s', (accept, expected) => expect(chooseEncoding(accept)).toBe(expected))

test('what is compressed is smaller', () => {
  const text = 'people differ '.repeat(200)
  expect(compress(text, 'br').length).toBeLessThan(200)
  expect(compress(text, 'gzip').length).toBeLessThan(200)
  expect(compress(text, 'identity').toString()).toBe(text)
})

test.each([undefined, 'en-GB,en;q=0.9', 'xx-YY', ';;;q=,', 'a'.repeat(5000)])(
  'a browser that asks for %s reads English',
  (header) => expect(negotiateLanguage(header)).toBe('en'),
)

test('a masked token is never the same twice and is recognised', () => {
  const token = newToken()
  const [one, two] = [maskToken(token), maskToken(token)]
  expect(one).not.toBe(two)
  expect(sameToken(one, token)).toBe(true)
  expect(sameToken(one, newToken())).toBe(false)
  for (const wrong of [undefined, '', 'x', token, 5]) expect(sameToken(wrong, token)).toBe(false)
})

test('the guests page cache steps aside for anything that looks like a session', () => {
  expect(carriesSession(undefined)).toBe(false)
  expect(carriesSession('theme=dark')).toBe(false)
  expect(carriesSession('a=b; __Host-newleaf=abc')).toBe(true)
})

test('a sender is known by network, for a day, and cannot be read back', () => {
  const day = Temporal.Instant.from('2026-11-22T10:00:00Z')
  const key = senderKey('203.0.113.7', day)
  expect(senderKey('203.0.113.99', day)).toBe(key)
  expect(senderKey('::ffff:203.0.113.7', day)).toBe(key)
  expect(senderKey('203.0.114.7', day)).not.toBe(key)
  expect(key).not.toContain('203')
  const six = senderKey('2001:db8:1:2::3', day)
  expect(senderKey('2001:0db8:0001:ffff::', day)).toBe(six)
  expect(senderKey('2001:db8:2::3', day)).not.toBe(six)
  expect(senderKey('203.0.113.7', day.add({ hours: 24 }))).not.toBe(key)
})

test('a limit refuses with the time to wait, and only the one who asked too often', async () => {
  const limits = memoryLimits()
  const allowed = { points: 2, seconds: 60 }
  await limits.count('join', 'a', allowed)
  await limits.count('join', 'a', allowed)
  await expect(limits.count('join', 'a', allowed)).rejects.toMatchObject({
    status: 429,
    retryAfterSeconds: 60,
  })
  await limits.count('join', 'b', allowed)
})

test.each([
  ['<script>alert(1)</script>', 'script'],
  ['<img src=x onerror=alert(1)>', '<img'],
  ['[x](javascript:alert(1))', 'href="javascript'],
  ['[x](data:text/html;base64,AAAA)', 'href="data'],
  ['![x](https://tracker.example/a.png)', '<img'],
  ['<a href="//evil.example" onclick="x()">x</a>', 'onclick="'],
])('Markdown %s stays harmless', (text, never) => {
  const html = renderMarkdown(text).replaceAll('&lt;', '').replaceAll('&quot;', '')
  expect(html).not.toContain(`<${never}`)
  expect(html).not.toMatch(/<(script|img|iframe|style)/)
  expect(html).not.toMatch(/href="(javascript|data):/)
})

test('links in a post tell nobody where the reader came from', () => {
  expect(renderMarkdown('https://example.org')).toContain('rel="nofollow ugc noopener noreferrer"')
})

test('deeply nested quotes do not take the server down', () => {
  expect(renderMarkdown(`${'>'.repeat(5000)} x`).length).toBeLessThan(20_000)
})
