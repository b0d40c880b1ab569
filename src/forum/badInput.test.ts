import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { onRealSite } from '../testing/realSite.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`

/** What would run in a browser, or be fetched from elsewhere. */
function whatRuns(page: string): string[] {
  return [
    ...(page.match(/<script(?![^>]* src="\/assets\/)[^>]*>/gi) ?? []),
    ...(page.match(/<(img|iframe|object|embed|style|base)[^>]*>/gi) ?? []),
    ...(page.replace(/="[^"]*"/g, '=""').match(/<[a-z][^<>]*\son\w+\s*=[^<>]*>/gi) ?? []),
    ...(page.match(/(href|src|action|formaction)\s*=\s*["']?\s*(javascript|data|vbscript):/gi) ?? []),
  ]
}

async function idsOf(site: Site, as: TestMember): Promise<{ topic: string; post: string }> {
  const topic = await postTopic(site, as, { title: attack, body: attack, space: 'sleep' })
  const reply = await postReply(site, as, topic, attack)
  return { topic, post: reply.replace(/(\?page=\d+)?#reply-/, '/replies/') }
}

test('a script stays text in drafts, earlier words, thanks, moderators’ pages, spaces and feeds', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'operator' })
  await site.post('/forum/spaces/sleep/edit', { name: attack.slice(0, 60), about: attack }, { as: keeper })
  const { topic, post } = await idsOf(site, wren)
  site.setNow('2026-11-22T12:20:00Z')
  await site.post(`${topic}/edit`, { title: attack, body: `${attack} again` }, { as: wren })
  await site.post(`${post}/edit`, { body: `${attack} again` }, { as: wren })
  await site.post(`${topic}/thanks`, { post: '0' }, { as: keeper })
  await site.post('/forum/drafts', { title: attack, body: attack, once: newOnce() }, { as: wren })
  const pages = ['/forum/drafts', '/forum/thanks', '/account/notices', '/forum/spaces', '/forum/spaces/sleep']
  for (const path of [...pages, topic, post, `${topic}/versions`, `${post}/versions`, `${topic}?quote=0`])
    expect(whatRuns(await read(site, path, wren)), path).toEqual([])
  for (const path of [`${topic}/keep`, '/forum/spaces/sleep/edit', '/forum/spaces'])
    expect(whatRuns(await read(site, path, keeper)), path).toEqual([])
  for (const path of [`${topic}/feed`, '/forum/spaces/sleep/feed'])
    expect(await read(site, path)).not.toContain('<script')
})

test('a script stays text in forms that are shown again', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'operator' })
  const { topic, post } = await idsOf(site, wren)
  const odd = {
    title: attack,
    body: '',
    space: attack,
    kind: attack,
    notes: [attack],
    into: attack,
    was: attack,
  }
  const forms: [string, TestMember][] = [
    ['/forum/new', wren],
    [`${topic}/replies`, wren],
    [`${topic}/edit`, wren],
    [`${post}/edit`, wren],
    [`${topic}/move`, keeper],
    [`${topic}/merge`, keeper],
    [`${topic}/split`, keeper],
    ['/forum/spaces/new', keeper],
  ]
  for (const [path, as] of forms) {
    const answer = await site.post(
      path,
      { ...odd, name: attack.repeat(3), zone: attack, readers: attack },
      { as },
    )
    expect(answer.status, path).toBe(422)
    expect(whatRuns(await answer.text()), path).toEqual([])
  }
})

test('a post of a megabyte is refused, and nothing is kept', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  const fields = { title: 'Long', body: 'x'.repeat(1_000_000), once: newOnce() }
  for (const path of ['/forum/new', `${topic}/replies`, `${topic}/edit`, '/forum/drafts'])
    expect((await site.post(path, fields, { as: wren })).status, path).toBe(413)
  const [kept] = await site.db`
    select (select count(*)::int from topics) as topics, (select count(*)::int from replies) as replies,
      (select count(*)::int from drafts) as drafts`
  expect(kept).toEqual({ topics: 1, replies: 0, drafts: 0 })
})

test('quotations typed fifty deep stand three deep', async ({ site }) => {
  const wren = await site.member('wren')
  const body = Array.from({ length: 50 }, (_, depth) => `${'> '.repeat(depth)}deep`).join('\n')
  const page = await read(site, await postTopic(site, wren, { body }))
  let depth = 0
  let deepest = 0
  for (const tag of page.match(/<\/?blockquote>/g) ?? []) {
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  expect(deepest).toBe(3)
})

describe('letters that hide', () => {
  test('or turn the writing round leave the words and are refused in names', async ({ site }) => {
    const wren = await site.member('wren')
    const body = 'Sa\u200bfe \u202etxt.exe\u2066 \u{e0041}\u{e0042} end'
    const topic = await postTopic(site, wren, { body })
    expect(await read(site, topic)).toContain('Safe txt.exe  end')
    const keeper = await site.member('keeper', { role: 'operator' })
    const named = { name: 'Sleep \u202epeels', about: '' }
    expect((await site.post('/forum/spaces/new', named, { as: keeper })).status).toBe(422)
    const title = `${'\u200b'.repeat(30)}`
    const fields = { title, body: 'x', once: newOnce() }
    expect((await site.post('/forum/new', fields, { as: wren })).status).toBe(422)
  })
})

describe('a form that is sent again', () => {
  test('a day later is still the same post, and from another account a post of its own', async ({ site }) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const once = newOnce()
    const first = await postTopic(site, wren, { once })
    site.setNow('2026-11-23T12:00:00Z')
    expect(await postTopic(site, wren, { once, body: 'Other words' })).toBe(first)
    expect(await postTopic(site, okapi, { once })).not.toBe(first)
  })

  test('with the secret of another session does nothing', async ({ site }) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, wren)
    const stolen = { ...wren, formToken: okapi.formToken }
    for (const act of ['edit', 'remove', 'thanks', 'versions/forget'])
      expect(
        (await site.post(`${topic}/${act}`, { title: 'Taken', body: 'Taken' }, { as: stolen })).status,
      ).toBe(403)
    expect(await read(site, topic)).toContain('My legs will not stop.')
  })
})

test('two edits in the same moment: one is saved, the other sees both', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const was = /name="was" value="([^"]+)"/.exec(await read(site, `${topic}/edit`, wren))?.[1] ?? ''
    const edit = (body: string) => site.post(`${topic}/edit`, { title: 'Day 3', body, was }, { as: wren })
    const answers = await Promise.all([edit('From the phone'), edit('From the desk')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const both = (await answers.find(({ status }) => status === 409)?.text()) ?? ''
    expect(both).toContain('From the phone')
    expect(both).toContain('From the desk')
  })
})

test('an answer and the closing of its topic in the same moment: it is there, or the words are kept', async () => {
  await onRealSite(async (site) => {
    const wren = await site.member('wren')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = await postTopic(site, wren)
    const fields = { body: 'Just in time', once: newOnce() }
    const [reply] = await Promise.all([
      site.post(`${topic}/replies`, fields, { as: wren }),
      site.post(`${topic}/close`, {}, { as: keeper }),
    ])
    if (reply.status === 303) expect(await read(site, topic)).toContain('Just in time')
    else expect(await reply.text()).toContain('Just in time</textarea>')
    const late = await site.post(`${topic}/replies`, { body: 'Too late', once: newOnce() }, { as: wren })
    expect(late.status).toBe(403)
    expect(await late.text()).toContain('Too late</textarea>')
  })
})
