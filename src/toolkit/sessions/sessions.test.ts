import { readdirSync } from 'node:fs'
import { expect, test as plain } from 'vitest'
import { test } from '../../testing/site.ts'
import { techniques } from '../techniques.ts'
import { sessions, sessionsWith } from './sessions.ts'

plain('an evening, a first morning, a hard night and more are there, each from a file of its own', () => {
  expect(sessions.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['evening', 'first-morning', 'hard-night', 'before-a-meeting']),
  )
  expect(sessions).toHaveLength(readdirSync('content/en/sessions').length)
})

plain('a session names its sources and the day of its review, and takes as long as its parts', () => {
  for (const { slug, sources, reviewedOn, steps, minutes } of sessions) {
    expect(sources.length, slug).toBeGreaterThan(0)
    expect(Temporal.PlainDate.compare(reviewedOn, '2026-11-22'), slug).toBeLessThanOrEqual(0)
    expect(minutes.from, slug).toBe(steps.reduce((sum, { technique }) => sum + technique.minutes.from, 0))
    expect(minutes.from, slug).toBeLessThanOrEqual(60)
  }
})

plain('a session links only to pages of ours', () => {
  const guide = readdirSync('content/en/guide').map((file) => `/guide/${file.replace('.md', '')}`)
  const known = new Set([...guide, ...techniques.map(({ slug }) => `/toolkit/${slug}`)])
  const links = sessions.flatMap(({ html }) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, to]) => to))
  expect(links.filter((to) => !known.has(to ?? ''))).toEqual([])
})

test('without a script every part is on the page in its order, with a link to the next', async ({ site }) => {
  const all = await (await site.get('/toolkit')).text()
  for (const { slug, steps } of sessions) {
    expect(all).toContain(`href="/toolkit/sessions/${slug}"`)
    const html = await (await site.get(`/toolkit/sessions/${slug}`)).text()
    for (const [index, { technique }] of steps.entries()) {
      expect(html).toContain(`id="step-${index + 1}"`)
      expect(html).toContain(`href="#${index + 1 < steps.length ? `step-${index + 2}` : 'end'}"`)
      expect(html).toContain(`href="/toolkit/${technique.slug}"`)
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size, slug).toBe(ids.length)
  }
})

test('a technique says which sessions it is a part of, and unknown sessions are not there', async ({
  site,
}) => {
  const [first] = sessionsWith('body-scan')
  const html = await (await site.get('/toolkit/body-scan')).text()
  expect(html).toContain(`href="/toolkit/sessions/${first?.slug}"`)
  for (const slug of ['nothing', 'constructor', '%00'])
    expect((await site.get(`/toolkit/sessions/${slug}`)).status).toBe(404)
})
