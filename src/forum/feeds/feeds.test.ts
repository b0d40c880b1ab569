import { describe, expect } from 'vitest'
import { postReply, postTopic } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

/** Every element that is opened is closed, in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', alone] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g))
    if (close && open.pop() !== name) return false
    else if (!close && !alone) open.push(name)
  return open.length === 0 && !/&(?!(amp|lt|gt|quot);)/.test(xml)
}

describe('the feed of a space', () => {
  test('has titles and addresses, no words and no names, and asks engines to leave it out', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { title: 'A <b> & "c" ]]>', space: 'sleep', notes: 'loss' })
    const answer = await site.get('/forum/spaces/sleep/feed')
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    const xml = await answer.text()
    expect(isWellFormed(xml)).toBe(true)
    expect(xml).toContain('A &lt;b&gt; &amp; &quot;c&quot; ]]&gt; · loss')
    expect(xml).toContain(`http://localhost:3000${topic}`)
    expect(xml).not.toMatch(/My legs|wren/)
  })

  test('is there for a group’s space too, and found by programs where everybody may read it', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
    await postTopic(site, wren, { title: 'Among us', space: 'group:night-watch' })
    const feedOf = async (path: string) =>
      /<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(
        await (await site.get(path, { as: wren })).text(),
      )?.[1]
    expect(await feedOf('/forum/spaces/sleep')).toBe('/forum/spaces/sleep/feed')
    const path = await feedOf('/forum/groups/night-watch')
    expect(await (await site.get(path ?? '')).text()).toContain('Among us')
    await site.db`update spaces set readers = 'members'`
    expect(await feedOf('/forum/groups/night-watch')).toBeUndefined()
    expect((await site.get(path ?? '')).status).toBe(404)
  })

  test('names this site, whatever the one who asks calls it', async ({ site }) => {
    await postTopic(site, await site.member('wren'), { space: 'sleep' })
    const headers = { host: 'evil.example' }
    const answer = await site.app.request('http://evil.example/forum/spaces/sleep/feed', { headers })
    expect(await answer.text()).not.toContain('evil.example')
  })

  test('is sent again only when something changed', async ({ site }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren, { space: 'sleep' })
    const etag = (await site.get('/forum/spaces/sleep/feed')).headers.get('etag') ?? ''
    const headers = { 'if-none-match': etag }
    expect((await site.get('/forum/spaces/sleep/feed', { headers })).status).toBe(304)
    await postTopic(site, wren, { space: 'sleep', title: 'Another night' })
    expect((await site.get('/forum/spaces/sleep/feed', { headers })).status).toBe(200)
  })

  test('is not there where not everybody may read, not even for those who may', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { space: 'sleep' })
    await site.db`update spaces set readers = 'members' where slug = 'sleep'`
    for (const path of ['/forum/spaces/sleep/feed', `${topic}/feed`])
      for (const as of [wren, undefined])
        expect((await site.get(path, as ? { as } : {})).status, path).toBe(404)
    for (const path of ['/forum/spaces/nowhere/feed', '/forum/groups/nowhere/feed', '/forum/999999/feed'])
      expect((await site.get(path)).status, path).toBe(404)
  })

  test('may be kept by engines where the operator allows it, and the pages with it', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { space: 'sleep' })
    const pages = ['/forum/spaces/sleep', topic]
    for (const path of pages) expect(await (await site.get(path)).text()).toContain('content="noindex"')
    const keeper = await site.member('keeper', { role: 'operator' })
    const fields = { name: 'Sleep', about: '', isIndexed: 'yes' }
    await site.post('/forum/spaces/sleep/edit', fields, { as: keeper })
    for (const path of pages) expect(await (await site.get(path)).text()).not.toContain('content="noindex"')
    expect((await site.get('/forum/spaces/sleep/feed')).headers.get('x-robots-tag')).toBeNull()
  })
})

test('the feed of a topic leads to each answer, without those that wait or were removed', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  const paths: string[] = []
  for (const words of ['One', 'Two', 'Three']) paths.push(await postReply(site, wren, topic, words))
  const ids = paths.map((path) => path.split('#reply-')[1] ?? '')
  await site.post(`${topic}/replies/${ids[0]}/remove`, {}, { as: wren })
  await site.db`update replies set held_at = ${site.now()} where id = ${ids[1] ?? ''}`
  const xml = await (await site.get(`${topic}/feed`)).text()
  expect(isWellFormed(xml)).toBe(true)
  expect(xml).toContain(paths[2])
  expect(xml).not.toContain(paths[0])
  expect(xml).not.toContain(paths[1])
})
