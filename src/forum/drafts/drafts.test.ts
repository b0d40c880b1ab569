import { describe, expect } from 'vitest'
import { newOnce, postTopic, read } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'

describe('a draft', () => {
  test('of an answer is kept, gone on with, and gone once it is sent', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const once = newOnce()
    const words = { topic: topic.slice('/forum/'.length), once, notes: 'lapse', needs: 'yes' }
    await site.post('/forum/drafts', { ...words, body: 'I wanted to' }, { as: wren })
    await site.post('/forum/drafts', { ...words, body: 'I wanted to say' }, { as: wren })
    const list = await read(site, '/forum/drafts', wren)
    expect(list).toContain('I wanted to say')
    expect(list.match(/class="draft"/g)).toHaveLength(1)
    const [, path = ''] = /href="(\/forum\/\d+\?draft=\d+)#answer"/.exec(list) ?? []
    const form = await read(site, path, wren)
    expect(form).toContain('I wanted to say</textarea>')
    expect(form).toContain(`name="once" value="${once}"`)
    expect(form).toMatch(/value="lapse" checked/)
    expect(form).toMatch(/name="needs" value="yes" checked/)
    await site.post(`${topic}/replies`, { ...words, body: 'I wanted to say thanks' }, { as: wren })
    expect(await read(site, '/forum/drafts', wren)).not.toContain('I wanted')
  })

  test('of something new keeps the title, the space and the kind', async ({ site }) => {
    const wren = await site.member('wren')
    const fields = {
      title: 'Legs',
      body: 'They',
      space: 'sleep',
      kind: 'resource',
      helps: 'insomnia',
      once: newOnce(),
    }
    await site.post('/forum/drafts', fields, { as: wren })
    const [, path = ''] =
      /href="(\/forum\/new\?draft=\d+)"/.exec(await read(site, '/forum/drafts', wren)) ?? []
    const form = await read(site, path, wren)
    expect(form).toContain('value="Legs"')
    expect(form).toMatch(/value="sleep" selected/)
    expect(form).toMatch(/value="resource" checked/)
    expect(form).toMatch(/value="insomnia" checked/)
    await postTopic(site, wren, { ...fields, title: 'Legs at night' })
    expect(await read(site, '/forum/drafts', wren)).not.toContain('They')
  })

  test('is nobody else’s', async ({ site }) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    await site.post('/forum/drafts', { body: 'My secret', once: newOnce() }, { as: wren })
    const [draft] = await site.db<{ id: string }[]>`select id from drafts`
    expect(await read(site, '/forum/drafts', okapi)).not.toContain('My secret')
    expect(await read(site, `/forum/new?draft=${draft?.id}`, okapi)).not.toContain('My secret')
    await site.post(`/forum/drafts/${draft?.id}/remove`, {}, { as: okapi })
    expect(await read(site, '/forum/drafts', wren)).toContain('My secret')
    await site.post(`/forum/drafts/${draft?.id}/remove`, {}, { as: wren })
    expect(await read(site, '/forum/drafts', wren)).not.toContain('My secret')
    expect((await site.get('/forum/drafts')).status).toBe(401)
  })

  test('by somebody whose session ended keeps the words on the page', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    const words = { body: 'Half a thought', _words: 'body' }
    const fields = { ...words, once: newOnce(), topic: topic.slice('/forum/'.length) }
    const answer = await site.post('/forum/drafts', fields)
    expect(answer.status).toBe(401)
    const page = await answer.text()
    expect(page).toContain('Half a thought</textarea>')
    expect(page).toContain('action="/forum/drafts"')
  })

  test('can be read whole, also where nothing can be sent any more', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const body = `${'Many words. '.repeat(40)}The last of them.`
    const fields = { body, once: newOnce(), topic: topic.slice('/forum/'.length) }
    await site.post('/forum/drafts', fields, { as: wren })
    await site.db`update topics set closed_at = ${site.now()}`
    expect(await read(site, '/forum/drafts', wren)).toContain('The last of them.')
  })

  test('of a topic that is not there, or hidden, is not kept', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await site.db`update topics set held_at = ${site.now()}`
    const okapi = await site.member('okapi')
    for (const id of [topic.slice('/forum/'.length), '999999999'])
      expect(
        (await site.post('/forum/drafts', { body: 'x', once: newOnce(), topic: id }, { as: okapi })).status,
      ).toBe(404)
  })

  test('number 21 makes room for itself', async ({ site }) => {
    const wren = await site.member('wren')
    for (let i = 1; i <= 21; i++) {
      site.setNow(`2026-11-22T12:${String(i).padStart(2, '0')}:00Z`)
      await site.post('/forum/drafts', { body: `Thought ${i}.`, once: newOnce() }, { as: wren })
    }
    const list = await read(site, '/forum/drafts', wren)
    expect(list.match(/class="draft"/g)).toHaveLength(20)
    expect(list).not.toContain('Thought 1.')
  })
})
