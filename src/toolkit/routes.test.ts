import { expect } from 'vitest'
import { test } from '../testing/site.ts'
import { loudest } from './rules.ts'
import { symptomIds } from './technique.ts'
import { techniques, techniquesFor } from './techniques.ts'

const headings = (html: string) => [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))

test('the toolkit lists every technique, and those for what is loudest', async ({ site }) => {
  const all = await (await site.get('/toolkit')).text()
  for (const { slug } of techniques) expect(all).toContain(`href="/toolkit/${slug}"`)

  const sleep = await (await site.get('/toolkit?for=insomnia')).text()
  expect(sleep).toContain('href="/toolkit/sleep-basics"')
  expect(sleep).not.toContain('href="/toolkit/nausea-sips"')
})

test('a symptom that no technique eases leads to somebody to call', async ({ site }) => {
  for (const symptom of symptomIds) {
    const html = await (await site.get(`/toolkit?for=${symptom}`)).text()
    expect(html.includes('a technique is not enough'), symptom).toBe(techniquesFor([symptom], 1).length === 0)
  }
})

test('an unknown symptom shows all techniques', async ({ site }) => {
  const answer = await site.get('/toolkit?for=%00nothing')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('href="/toolkit/nausea-sips"')
})

test('every technique can be followed without JavaScript and says when not to', async ({ site }) => {
  for (const { slug, steps, sources, guided } of techniques) {
    const answer = await site.get(`/toolkit/${slug}`)
    const html = await answer.text()
    expect(answer.status, slug).toBe(200)
    expect(html.match(/<ol class="steps"[\s\S]*?<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(steps.length)
    expect(html).toContain('When not to')
    for (const { id } of sources) expect(html, slug).toContain(`id="source-${id}"`)
    // What needs JavaScript stays out of sight until it runs.
    if (guided) expect(html).toMatch(/<section class="guided"[^>]* hidden/)
    expect(html.includes('island/toolkit/guided'), slug).toBe(guided !== null)
  }
})

test('the night page is dark, asks one thing, and one tap leads to something to do', async ({ site }) => {
  const html = await (await site.get('/now')).text()
  expect(html).toContain('data-theme="night"')
  for (const one of loudest) {
    expect(html).toContain(`href="/now/${one}"`)
    const answer = await site.get(`/now/${one}`)
    const page = await answer.text()
    expect(answer.status, one).toBe(200)
    expect(page).toContain('data-theme="night"')
    expect(page).toContain('href="/now"')
    expect(page.match(/<h1/g)).toHaveLength(1)
  }
})

test('what is loudest is answered with its technique, already begun', async ({ site }) => {
  const html = await (await site.get('/now/legs')).text()
  expect(html).toContain('data-autostart')
  expect(html).toContain('Walk slowly through the room')
})

test('frightened by thoughts: numbers come before anything else', async ({ site }) => {
  const html = await (await site.get('/now/thoughts?country=us')).text()
  expect(html.indexOf('tel:911')).toBeGreaterThan(0)
  expect(html.indexOf('tel:988')).toBeLessThan(html.indexOf('class="steps"'))
  expect(html).toContain('https://findahelpline.com')
  const anywhere = await (await site.get('/now/thoughts')).text()
  expect(anywhere).toContain('tel:911')
  const elsewhere = await (await site.get('/now/thoughts?country=zz')).text()
  expect(elsewhere).toContain('tel:112')
})

test('alone leads to meetings and the forum', async ({ site }) => {
  const html = await (await site.get('/now/alone')).text()
  expect(html).toContain('href="/meetings"')
  expect(html).toContain('href="/forum"')
})

test('unknown techniques and unknown nights are pages that say so', async ({ site }) => {
  for (const path of [
    '/toolkit/nothing',
    '/toolkit/constructor',
    '/now/nothing',
    '/now/__proto__',
    '/now/%FF',
  ]) {
    const answer = await site.get(path)
    expect(answer.status, path).toBe(404)
    expect(await answer.text()).toContain('Nothing is here')
  }
})

test('headings go down one level at a time on every page', async ({ site }) => {
  const paths = ['/toolkit', '/now', ...loudest.map((one) => `/now/${one}`), '/toolkit/cyclic-sighing']
  for (const path of [...paths, '/help', '/help?country=us', '/guide', '/guide/sleep']) {
    const levels = headings(await (await site.get(path)).text())
    expect(levels[0], path).toBe(1)
    const skips = levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)
    expect(skips, path).toEqual([])
  }
})

test('a page says that nothing is stored only where nothing can be kept', async ({ site }) => {
  const zoneOf = async (path: string) =>
    /<p class="zone">.*?<span>(.*?)<\/span>/.exec(await (await site.get(path)).text())?.[1]
  expect(await zoneOf('/now/alone')).toBe('Nothing you do on this page is stored.')
  expect(await zoneOf('/now/panic')).toContain('unless you keep it in your journal')
  expect(await zoneOf('/toolkit/cyclic-sighing')).toContain('unless you keep it in your journal')
})
