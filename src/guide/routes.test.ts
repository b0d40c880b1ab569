import { expect } from 'vitest'
import { test } from '../testing/site.ts'
import { articles } from './articles.ts'

test('the guide lists every article by where a reader is, danger signs first', async ({ site }) => {
  const html = await (await site.get('/guide')).text()
  for (const { slug } of articles) expect(html).toContain(`href="/guide/${slug}"`)
  expect(html.indexOf('when-to-see-a-doctor')).toBeLessThan(html.indexOf('first-day'))
})

test('every article shows its sources with their strength in words, and the day of its review', async ({
  site,
}) => {
  for (const { slug, title, sources } of articles) {
    const answer = await site.get(`/guide/${slug}`)
    const html = await answer.text()
    expect(answer.status, slug).toBe(200)
    expect(html).toContain(title)
    for (const { id } of sources) expect(html, slug).toContain(`id="source-${id}"`)
    expect(html).toContain('<time datetime="2026-11-22">')
    expect(html).toContain('No clinician has checked this page yet')
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('every citation leads to a source on the same page', async ({ site }) => {
  for (const { slug } of articles) {
    const html = await (await site.get(`/guide/${slug}`)).text()
    const cited = [...html.matchAll(/href="#(source-[\w-]+)"/g)].map(([, id]) => id)
    expect(cited.length, slug).toBeGreaterThan(3)
    for (const id of cited) expect(html, slug).toContain(`id="${id}"`)
  }
})

test('an article that does not exist is a page that says so', async ({ site }) => {
  for (const slug of [
    'nothing',
    '__proto__',
    'first-day/more',
    '%E0%A4%A',
    'First-Day',
    '..%2f..%2fpackage.json',
  ]) {
    const answer = await site.get(`/guide/${slug}`)
    expect(answer.status, slug).toBe(404)
    expect(await answer.text()).toContain('Nothing is here')
  }
})
