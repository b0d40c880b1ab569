import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'

describe('a topic', () => {
  test('is written by a member and read by anybody', async ({ site }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
    const topic = await postTopic(site, wren, { body: 'My legs **will not** stop.\r\n\r\nAny ideas?' })
    const page = await read(site, topic)
    expect(page).toContain('Day 3, cannot sleep')
    expect(page).toContain('<strong>will not</strong>')
    expect(page).toContain('>wren</bdi>')
    expect(page).toContain('day 3</span>')
    expect(page).toContain('name="robots" content="noindex"')
  })

  test('keeps quiet about the day of somebody who does not show it', async ({ site }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19' })
    expect(await read(site, await postTopic(site, wren, { title: 'Hello' }))).not.toContain('day 3')
  })

  test('keeps the day it was written on, whatever day it is for its author by now', async ({ site }) => {
    const shown = { showsDay: 'yes', zone: '' }
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
    const topic = await postTopic(site, wren, { title: 'Hello' })
    site.setNow('2026-12-02T12:00:00Z')
    expect(await read(site, topic)).toContain('day 3</span>')
    // They begin again.
    await site.post('/account', { lastDoseOn: '2026-12-01', ...shown }, { as: wren })
    await postReply(site, wren, topic, 'Once more.')
    const days = [...(await read(site, topic)).matchAll(/day (\d+)<\/span>/g)].map(([, day]) => day)
    expect(days).toEqual(['3', '1'])
  })

  test('does not show later the day of somebody who did not show it then', async ({ site }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19' })
    const topic = await postTopic(site, wren, { title: 'Hello' })
    await site.post('/account', { lastDoseOn: '2026-11-19', showsDay: 'yes', zone: '' }, { as: wren })
    expect(await read(site, topic)).not.toContain('day 3</span>')
    expect(await read(site, '/forum/days/3')).not.toContain('My legs')
  })

  test('counts the day where the author is', async ({ site }) => {
    site.setNow('2026-11-22T03:00:00Z')
    const wren = await site.member('wren', {
      lastDoseOn: '2026-11-19',
      showsDay: true,
      zone: 'America/Chicago',
    })
    expect(await read(site, await postTopic(site, wren, { title: 'Hello' }))).toContain('day 2</span>')
  })

  test('sent twice is one topic', async ({ site }) => {
    const wren = await site.member('wren')
    const once = newOnce()
    const first = await postTopic(site, wren, { once })
    expect(await postTopic(site, wren, { once })).toBe(first)
    expect((await read(site, '/forum')).split('class="topic-row"')).toHaveLength(3) // waiting, and in the list
  })

  test('is refused empty, with a sentence beside each field', async ({ site }) => {
    const wren = await site.member('wren')
    const answer = await site.post(
      '/forum/new',
      { title: ' ', body: '\u200b', once: newOnce() },
      { as: wren },
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Give it a few words as a title.')
    expect(page).toContain('aria-describedby="body-hint body-mistake"')
  })

  test('that is too long is refused and kept', async ({ site }) => {
    const wren = await site.member('wren')
    const body = `It began in spring. ${'a'.repeat(20_000)}`
    const answer = await site.post('/forum/new', { title: 'My story', body, once: newOnce() }, { as: wren })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('It began in spring.')
    expect(page).toContain('value="My story"')
  })

  test('with characters that turn the writing round in its title is refused', async ({ site }) => {
    const wren = await site.member('wren')
    const fields = { title: 'Safe \u202eexe.txt', body: 'Hello', once: newOnce() }
    const answer = await site.post('/forum/new', fields, { as: wren })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('hidden characters')
  })
})

describe('a first post', () => {
  test('waits on the forum until somebody else answers', async ({ site }) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, wren)
    site.setNow('2026-11-22T12:11:00Z')
    expect(await read(site, '/forum', okapi)).toContain('waiting for 11 minutes')
    expect(await read(site, topic, okapi)).toContain('nobody has answered it yet')

    await postReply(site, wren, topic, 'Still awake.')
    expect(await read(site, '/forum')).toContain('Waiting for an answer')

    await postReply(site, okapi, topic, 'You are not alone.')
    expect(await read(site, '/forum')).not.toContain('Waiting for an answer')
    expect(await read(site, topic)).not.toContain('nobody has answered it yet')
  })

  test('whose only answer was removed waits again', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    const okapi = await site.member('okapi')
    const [address = '', reply = ''] = (await postReply(site, okapi, topic, 'Hm.')).split('#reply-')
    await site.post(`${address}/replies/${reply}/remove`, {}, { as: okapi })
    expect(await read(site, '/forum')).toContain('Waiting for an answer')
  })

  test('is the first one only', async ({ site }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren)
    const second = await postTopic(site, wren, { title: 'Day 4' })
    expect(await read(site, second)).not.toContain('nobody has answered it yet')
  })
})

describe('the list', () => {
  test('has the newest activity first and goes on page by page', async ({ site }) => {
    const wren = await site.member('wren')
    for (let i = 1; i <= 27; i++) {
      site.setNow(`2026-11-22T12:${String(i).padStart(2, '0')}:00Z`)
      await postTopic(site, wren, { title: `Topic number ${i}.` })
    }
    const first = await read(site, '/forum/spaces/open')
    expect(first.indexOf('Topic number 27.')).toBeLessThan(first.lastIndexOf('Topic number 3.'))
    expect(first).not.toContain('Topic number 2.')
    const older = /href="(\/forum\/spaces\/open\?before=[^"]+)"/.exec(first)?.[1]?.replace('&amp;', '&')
    const second = await read(site, older ?? '')
    expect(second).toContain('Topic number 2.')
    expect(second).not.toContain('Topic number 3.')
    expect(second).toContain('Back to the newest')
  })

  test.for([
    '/forum?before=x',
    '/forum/groups/no-such-group',
    '/forum/groups/%00',
    '/forum/groups/%FF',
    '/forum?before=2026-99-99T00:00:00.000000Z_1',
  ])('is nowhere at %s', async (path, { site }) => expect((await site.get(path)).status).toBe(404))
})
