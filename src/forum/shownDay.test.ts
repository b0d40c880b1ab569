import { describe, expect } from 'vitest'
import { PageCache } from '../platform/pageCache.ts'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

/** A topic in a group and a reply, by a member who shows their day, and every page that shows a post of theirs. */
async function written(site: Site) {
  const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
  const okapi = await site.member('okapi')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  const topic = await postTopic(site, wren, { space: 'group:night-watch' })
  await postReply(site, wren, topic, 'Still here')
  return { wren, okapi, topic, pages: ['/', '/forum', '/groups/night-watch', topic] }
}

function show(site: Site, member: TestMember, shown: Record<string, string>): Promise<Response> {
  return site.post('/account', { lastDoseOn: '2026-11-19', zone: '', ...shown }, { as: member })
}

async function firstLive(site: Site, topic: string): Promise<string> {
  const reader = ((await site.get(`${topic}/live`)).body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('</article>')) text += decoder.decode((await reader.read()).value, { stream: true })
  await reader.cancel()
  return text
}

describe('the day of somebody who shows it no longer', () => {
  test('goes from all they wrote before, for everybody, and comes back as they wish', async ({ site }) => {
    const { wren, okapi, topic, pages } = await written(site)
    const seen = async () => {
      const drawn = [await firstLive(site, topic)]
      for (const path of pages) drawn.push(await read(site, path), await read(site, path, okapi))
      return drawn.map((page) => page.split('day 3</span>').length - 1)
    }
    const before = await seen()
    for (const times of before) expect(times).toBeGreaterThan(0)
    await show(site, wren, {})
    for (const times of await seen()) expect(times).toBe(0)
    await show(site, wren, { showsDay: 'yes' })
    expect(await seen()).toEqual(before)
  })

  test('leaves no kept page of before, and other changes of a profile leave the kept pages', async ({
    site,
  }) => {
    const { wren, pages } = await written(site)
    for (const path of pages) await read(site, path)
    const kept = () =>
      pages.filter((path) => site.pages.findPage(PageCache.pageKey(path, 'en', 'identity'), 0))
    expect(kept()).toEqual(pages)
    await show(site, wren, { showsDay: 'yes', zone: 'Europe/Berlin' })
    expect(kept()).toEqual(pages)
    await show(site, wren, {})
    expect(kept()).toEqual([])
  })
})
