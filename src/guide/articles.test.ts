import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { places } from './article.ts'
import { articles } from './articles.ts'

test('there is an article for every place a reader may be in', () => {
  expect(articles.length).toBeGreaterThanOrEqual(20)
  expect(new Set(articles.map(({ place }) => place))).toEqual(new Set(places))
})

test('every article is short enough for tired eyes and long enough to help', () => {
  for (const file of readdirSync('content/en/guide')) {
    const body = readFileSync(`content/en/guide/${file}`, 'utf8').split('\n---\n')[1] ?? ''
    const words = body.replace(/\[@[\w-]+\]/g, '').split(/\s+/).length
    expect(words, file).toBeGreaterThan(300)
    expect(words, file).toBeLessThan(700)
  }
})

test('articles link only to pages of our own', () => {
  const known = new Set([
    ...articles.map(({ slug }) => `/guide/${slug}`),
    ...readdirSync('content/en/toolkit').map((file) => `/toolkit/${file.replace('.md', '')}`),
    ...['/help', '/now', '/toolkit', '/check-in', '/groups', '/groups/fit', '/forum', '/meetings'],
  ])
  const links = articles.flatMap(({ html }) =>
    [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href),
  )
  expect(links.filter((href) => !known.has(href ?? ''))).toEqual([])
})

test('no article dates its review in the future', () => {
  for (const { reviewedOn, slug } of articles)
    expect(Temporal.PlainDate.compare(reviewedOn, '2026-11-22'), slug).toBeLessThanOrEqual(0)
})
