import { describe, expect } from 'vitest'
import { postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

const chosen = (page: string) =>
  /<option[^>]*value="([^"]*)"[^>]* selected|<option selected[^>]*value="([^"]*)"/
    .exec(page)
    ?.slice(1)
    .find(Boolean)

describe('somebody who writes for the first time', () => {
  test('begins among newcomers, and everybody else where they like', async ({ site }) => {
    const wren = await site.member('wren')
    expect(chosen(await read(site, '/forum/new', wren))).toBe('newcomers')
    expect(chosen(await read(site, '/forum/new?space=sleep', wren))).toBe('sleep')
    await postTopic(site, wren)
    expect(chosen(await read(site, '/forum/new', wren))).toBe('open')
  })

  test('begins elsewhere where the newcomers’ space is at rest', async ({ site }) => {
    await site.db`update spaces set retired_at = ${site.now()} where slug = 'newcomers'`
    expect(chosen(await read(site, '/forum/new', await site.member('wren')))).toBe('open')
  })

  test('is asked for their day once, and only if nothing is known of it', async ({ site }) => {
    const way = 'href="/account#your-day"'
    const wren = await site.member('wren')
    expect(await read(site, '/forum/new', wren)).toContain(way)
    expect(await read(site, '/account', wren)).toContain('id="your-day"')
    expect(
      await read(site, '/forum/new', await site.member('finch', { lastDoseOn: '2026-11-19' })),
    ).not.toContain(way)
    await postTopic(site, wren)
    expect(await read(site, '/forum/new', wren)).not.toContain(way)
  })
})
