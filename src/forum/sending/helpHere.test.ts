import { expect } from 'vitest'
import { newOnce, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

const send = (site: Site, as: TestMember, body: string, more: Record<string, string> = {}) =>
  site.post('/forum/new', { title: 'Tonight', body, once: newOnce(), ...more }, { as })

/** What stands in the part of the page that helps. */
const helpIn = (page: string) => /<section class="before-help"[^>]*>(.*?)<\/section>/s.exec(page)?.[1] ?? ''

test.for([
  ['United States', {}, 'tel:988', 'tel:911'],
  ['United Kingdom', { zone: 'Europe/London' }, 'tel:116123', 'tel:999'],
  ['India', { zone: 'Asia/Kolkata' }, 'tel:14416', 'tel:112'],
  ['European Union', { zone: 'Europe/Vienna' }, 'tel:116123', 'tel:112'],
] as const)(
  'words from a dark place come with the lines of %s',
  async ([country, who, line, emergency], { site }) => {
    const wren = await site.member('wren', who)
    const answer = await send(site, wren, 'I want to die')
    expect(answer.status).toBe(422)
    const help = helpIn(await answer.text())
    for (const part of [country, `href="${line}"`, `href="${emergency}"`]) expect(help).toContain(part)
    const sent = await send(site, wren, 'I want to die', { looked: 'crisis' })
    const after = await read(site, sent.headers.get('location') ?? '', wren)
    expect(helpIn(after)).toContain(`href="${line}"`)
  },
)

test('where we know no lines, no number of another country is shown', async ({ site }) => {
  const wren = await site.member('wren', { zone: 'America/Sao_Paulo' })
  const help = helpIn(await (await send(site, wren, 'I want to die')).text())
  expect(help).not.toContain('tel:')
  expect(help).toContain('/help?country=')
})

test('fear for somebody else is sent at once, and answered with what one can do', async ({ site }) => {
  const wren = await site.member('wren')
  const sent = await send(site, wren, 'My brother says he wants to kill himself. I am so scared for him.')
  expect(sent.status).toBe(303)
  const help = helpIn(await read(site, sent.headers.get('location') ?? '', wren))
  expect(help).toContain('Are you thinking of ending your life?')
  expect(help).toContain('tel:988')
})

test('after an answer from a dark place, help stands where the browser opens the page', async ({ site }) => {
  const topic = await postTopic(site, await site.member('okapi'))
  const wren = await site.member('wren')
  const words = { body: 'I want to die', once: newOnce(), looked: 'crisis' }
  const sent = await site.post(`${topic}/replies`, words, { as: wren })
  const [path = '', reply = ''] = (sent.headers.get('location') ?? '').split('#')
  expect(reply).toMatch(/^reply-/)
  const page = await read(site, path, wren)
  expect(page.split('class="before-help"')).toHaveLength(3) // below the answer, and waiting in the form
  expect(page.indexOf('class="before-help"')).toBeGreaterThan(page.indexOf(`id="${reply}"`))
  expect(helpIn(page)).toContain('tel:988')
})
