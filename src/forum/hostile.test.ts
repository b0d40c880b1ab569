import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { processorTime } from '../testing/processorTime.ts'
import { test } from '../testing/site.ts'

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</textarea><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
]

/** What would run in a browser: a script without an address of ours, a handler, a link that is code. */
function whatRuns(page: string): string[] {
  // What stands within quotes is a value, whatever it looks like.
  const bare = page.replace(/="[^"]*"/g, '=""')
  return [
    ...(page.match(/<script(?![^>]* src="\/assets\/)[^>]*>/gi) ?? []),
    ...(bare.match(/<[a-z][^<>]*\son\w+\s*=[^<>]*>/gi) ?? []),
    ...(page.match(/(href|src|action)\s*=\s*["']?\s*(javascript|data|vbscript):/gi) ?? []),
    ...(page.match(/<(img|iframe|object|embed|style|base|form (?!action="\/))[^>]*>/gi) ?? []),
  ]
}

describe('a script', () => {
  test.for(attacks)('in title and text stays text: %s', async (attack, { site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { title: attack, body: attack })
    await postReply(site, wren, topic, `${attack}\n\n> ${attack}`)
    for (const path of [topic, '/forum', `${topic}/edit`])
      expect(whatRuns(await read(site, path, wren))).toEqual([])
  })

  test.for(attacks)('in a form that is shown again stays text: %s', async (attack, { site }) => {
    const wren = await site.member('wren')
    const fields = { title: attack, body: '', once: attack, group: attack }
    for (const as of [wren, undefined]) {
      const answer = await site.post('/forum/new', fields, as ? { as } : {})
      expect(whatRuns(await answer.text())).toEqual([])
    }
  })

  test('in a handle stays text', async ({ site }) => {
    const topic = await postTopic(site, await site.member('<b onclick=x>'))
    expect(whatRuns(await read(site, topic))).toEqual([])
    expect(await read(site, topic)).toContain('&lt;b onclick=x>')
  })

  test('in a link is no link', async ({ site }) => {
    const body = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '&#106;avascript:x',
    ]
      .map((address) => `[here](${address}) <${address}>`)
      .join('\n\n')
    const topic = await postTopic(site, await site.member('wren'), { body })
    expect(whatRuns(await read(site, topic))).toEqual([])
  })
})

describe('a post', () => {
  test('has no pictures, and links that recommend and tell nothing', async ({ site }) => {
    const body = '![a cat](https://elsewhere.example/cat.png) [there](https://elsewhere.example/)'
    const page = await read(site, await postTopic(site, await site.member('wren'), { body }))
    expect(page).not.toContain('<img')
    for (const link of page.match(/<a [^>]*elsewhere[^>]*>/g) ?? [])
      expect(link).toContain('rel="nofollow ugc noopener noreferrer"')
  })

  test.for([
    '> '.repeat(5000),
    '['.repeat(15_000),
    '*a '.repeat(6000),
    `${'- '.repeat(9000)}x`,
    '`a'.repeat(9000),
  ])('made to keep the server busy does not', async (body, { site }) => {
    const wren = await site.member('wren')
    const spent = processorTime()
    await site.post('/forum/new', { title: 'Busy', body, once: newOnce() }, { as: wren })
    expect(spent()).toBeLessThan(2000)
  })

  test('is refused in a form of odd shape without a fault', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const odd = [
      { body: ['a', 'b'], once: newOnce() },
      { body: new Blob(['a file']), once: newOnce() },
      { once: newOnce() },
      { body: 'a', once: 'not a key' },
      { body: 'a' },
      { body: '\0', once: newOnce() },
    ]
    for (const fields of odd)
      expect(
        (await site.post(`${topic}/replies`, fields as Record<string, string>, { as: wren })).status,
      ).toBe(422)
  })
})
