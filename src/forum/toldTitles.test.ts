import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const title = 'What nobody should know'

interface Scene {
  wren: TestMember
  topic: string
}

/** Wren was told of an answer, and thanked; both name her conversation. */
async function told(site: Site): Promise<Scene> {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const topic = await postTopic(site, wren, { title })
  await postReply(site, finch, topic, 'I read this.')
  await site.post(`${topic}/thanks`, { post: '0' }, { as: finch })
  const page = await read(site, '/account/notices', wren)
  expect(page.split(title).length - 1).toBe(2)
  return { wren, topic }
}

async function expectNoTitle(site: Site, { wren }: Scene): Promise<void> {
  const page = await read(site, '/account/notices', wren)
  expect(page).not.toContain(title)
  expect(page).toContain('Somebody thanked you for something you wrote.')
  const rows = await site.db<{ all: string }[]>`select string_agg(notices::text, ' ') as all from notices`
  expect(rows[0]?.all).not.toContain(title)
}

describe('a notice names no conversation that', () => {
  test('its author removed', async ({ site }) => {
    const here = await told(site)
    expect((await site.post(`${here.topic}/remove`, {}, { as: here.wren })).status).toBe(303)
    await expectNoTitle(site, here)
  })

  test('a moderator took out of sight', async ({ site }) => {
    const here = await told(site)
    const keeper = await site.member('keeper', { role: 'moderator' })
    const robin = await site.member('robin')
    const id = here.topic.split('/').at(-1)
    await site.post(`/moderation/report?topic=${id}`, { category: 'privacy', words: '' }, { as: robin })
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
    const words = { kind: 'hold', category: 'privacy', reason: 'A name is in it.' }
    const path = `/moderation/cases/${row?.id}/decide`
    expect((await site.post(path, words, { as: keeper })).status).toBe(303)
    await expectNoTitle(site, here)
  })

  test('was given another name', async ({ site }) => {
    const here = await told(site)
    const words = { title: 'Better so', body: 'My legs will not stop.' }
    expect((await site.post(`${here.topic}/edit`, words, { as: here.wren })).status).toBe(303)
    await expectNoTitle(site, here)
  })

  test('only some may read from now on', async ({ site }) => {
    const here = await told(site)
    const [space] = await site.db<{ slug: string }[]>`
      select slug from spaces where id = (select space_id from topics where title = ${title})`
    const owner = await site.member('owner', { role: 'operator' })
    const path = `/forum/spaces/${space?.slug}/edit`
    const page = await read(site, path, owner)
    const about = /<textarea[^>]*name="about"[^>]*>([^<]*)/.exec(page)?.[1] ?? ''
    const name = /name="name"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? ''
    const answer = await site.post(path, { name, about, readers: 'members', zone: '' }, { as: owner })
    expect(answer.status).toBe(303)
    await expectNoTitle(site, here)
  })
})
