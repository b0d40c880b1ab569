import { expect } from 'vitest'
import type { Sql } from '../../platform/database/index.ts'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { join, passphrase } from '../../testing/visitor.ts'
import { removeWords } from './jobs.ts'
import { atOnce } from './leaving.store.ts'

const run = (site: Site) =>
  removeWords.run(
    { db: site.db as Sql, config: site.config, now: site.now(), send: async () => {} } as never,
    {},
  )

async function leave(site: Site, as: TestMember, words?: 'keep' | 'remove'): Promise<string> {
  const answer = await site.post('/account/delete', { passphrase, ...(words ? { words } : {}) }, { as })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const idOf = (path: string) => /\/forum\/(\d+)/.exec(path)?.[1] ?? ''

async function conversation(site: Site) {
  const wren = await join(site, 'wren')
  const finch = await site.member('finch')
  const topic = await postTopic(site, wren, { title: 'Heron pond', body: 'I count the herons.' })
  await postReply(site, finch, topic, '> **wren:**\n> I count the herons.\n\nHow many?')
  await postReply(site, wren, topic, 'Seven of the grey ones.')
  return { wren, finch, topic }
}

test('the two ways are offered plainly, and words stay unless somebody says otherwise', async ({ site }) => {
  const { wren, finch, topic } = await conversation(site)
  const page = await read(site, '/account/delete', wren)
  expect(page).toMatch(/value="keep"[^>]*checked/)
  expect(page).toMatch(/Remove my words as well/)
  const wrong = await site.post('/account/delete', { passphrase, words: 'all' }, { as: wren })
  expect(wrong.status).toBe(422)
  expect(await leave(site, wren)).toBe('/account/deleted')
  await run(site)
  expect(await read(site, topic, finch)).toContain('Seven of the grey ones.')
})

test('words that leave with their author leave the conversation, and everything that was made of it', async ({
  site,
}) => {
  const { wren, finch, topic } = await conversation(site)
  for (const path of [topic, '/forum', '/forum/search?q=herons']) await read(site, path)
  await site.post(`${topic}/edit`, { title: 'Heron pond', body: 'I count the herons still.' }, { as: wren })
  expect(await leave(site, wren, 'remove')).toBe('/account/deleted?words')
  expect(await read(site, '/account/deleted?words')).toContain('What you wrote is being removed as well.')
  for (const as of [finch, undefined]) {
    const page = await read(site, topic, as)
    expect(page.match(/Removed by the person who wrote it\./g)).toHaveLength(2)
    expect(page).toContain('How many?')
    // What others said stays theirs, without the name.
    expect(page).toContain('a former member:')
    for (const gone of ['wren', 'Seven of the grey', 'Heron pond']) expect(page).not.toContain(gone)
    expect(await read(site, '/forum', as)).not.toContain('Heron pond')
    expect(await read(site, '/forum/search?q=grey', as)).not.toContain('Seven of the')
  }
  for (const table of ['topics', 'replies', 'post_versions', 'post_words', 'notices', 'words_leaving'])
    expect(
      await site.db`select from ${site.db(table)} t where t::text ~* 'wren|heron pond|seven of the|herons still'`,
      table,
    ).toHaveLength(0)
})

/** @returns how many of their posts are there still */
async function leaveMany(site: Site, wren: TestMember, topic: string): Promise<() => Promise<number>> {
  await site.db`
    insert into replies (topic_id, number, author_id, body_markdown, body_html, once, created_at)
    select ${idOf(topic)}, 2 + n, ${wren.id}, 'Later words', '<p>Later words</p>', gen_random_uuid(),
      ${site.now().add({ hours: 1 })}
    from generate_series(1, ${2 * atOnce}) n`
  await site.db`update topics set reply_count = ${2 + 2 * atOnce} where id = ${idOf(topic)}`
  site.pages.clear()
  await leave(site, wren, 'remove')
  return async () => {
    const [{ n } = { n: 0 }] = await site.db<{ n: number }[]>`
      select count(*)::int as n from post_words where author_id is null`
    return n
  }
}

test('of very many the newest go at once and the rest in rounds; what others wrote is untouched', async ({
  site,
}) => {
  const { wren, topic } = await conversation(site)
  const left = await leaveMany(site, wren, topic)
  expect(await left()).toBe(atOnce + 2)
  expect(await read(site, topic)).toContain('I count the herons.')
  await run(site)
  expect(await left()).toBe(0)
  expect(await site.db`select from words_leaving`).toHaveLength(0)
  expect(await read(site, topic)).toMatch(/id="first"[^>]*><p>Removed by the person who wrote it/)
  expect(await read(site, topic)).toContain('How many?')
})

test('what is brought into another conversation before its turn comes goes there', async ({ site }) => {
  const { wren, finch, topic } = await conversation(site)
  const other = await postTopic(site, finch, { title: 'Birds' })
  await leaveMany(site, wren, topic)
  const keeper = await site.member('keeper', { role: 'moderator' })
  expect((await site.post(`${topic}/merge`, { into: other }, { as: keeper })).status).toBe(303)
  await run(site)
  for (const table of ['topics', 'replies', 'post_words'])
    expect(
      await site.db`select from ${site.db(table)} t
        where t::text ~* 'heron pond|seven of the|<p>i count the herons'`,
      table,
    ).toHaveLength(0)
})

test('who asked these days and had their only answer from them waits again; who asked long ago does not', async ({
  site,
}) => {
  const wren = await join(site, 'wren')
  const topics: string[] = []
  for (const [at, handle] of [
    ['2026-11-01T12:00:00Z', 'robin'],
    ['2026-11-22T12:00:00Z', 'okapi'],
  ] as const) {
    site.setNow(at)
    topics.push(await postTopic(site, await site.member(handle), { title: `From ${handle}` }))
    await postReply(site, wren, topics.at(-1) ?? '', 'I read you.')
  }
  await leave(site, wren, 'remove')
  const waiting = await read(site, '/forum/waiting')
  expect(waiting).toContain('From okapi')
  expect(waiting).not.toContain('From robin')
})
