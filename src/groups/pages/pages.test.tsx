import { describe, expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { findGroup, putImportedGroups, roleIn } from '../index.ts'

const filled = {
  kind: 'discussion',
  name: 'Night Watch',
  summary: 'For those who are awake.',
  agreements: '- **Kind** words.\n- No doses.',
  way: 'online',
  spirituality: 'secular',
  language: 'en',
  zone: 'Europe/Berlin',
  purposes: ['stop', 'unsure'],
}

async function started(site: Site, change: Record<string, string | string[]> = {}, handle = 'hazel') {
  const host = await site.member(handle)
  const answer = await site.post('/groups/new', { ...filled, ...change }, { as: host })
  const path = (answer.headers.get('location') ?? '').replace('/meetings/new', '')
  return { host, answer, path }
}

async function page(site: Site, path: string, as?: TestMember) {
  const answer = await site.get(path, as ? { as } : {})
  return { status: answer.status, html: await answer.text() }
}

let walkers = 0

describe('starting a group', () => {
  test('begins with the kind, and its agreements come with it', async ({ site }) => {
    const hazel = await site.member('hazel')
    expect((await page(site, '/groups/new', hazel)).html).toContain('/groups/new?kind=holistic')
    const second = await page(site, '/groups/new?kind=holistic', hazel)
    expect(second.html).toContain('Your body, your choice')
    expect((await page(site, '/groups/new?kind=cult', hazel)).html).toContain('/groups/new?kind=skills')
  })

  test('leads on to the first meeting, and its maker is host', async ({ site }) => {
    const { host, answer } = await started(site)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/groups/night-watch/meetings/new')
    const group = await findGroup(site.db, 'night-watch')
    expect(group).toMatchObject({
      online: true,
      inPerson: false,
      languages: ['en'],
      purposes: ['stop', 'unsure'],
    })
    expect(await roleIn(site.db, group?.id ?? '', host.id)).toBe('host')
  })

  test('two groups may share a name', async ({ site }) => {
    await started(site)
    expect((await started(site, {}, 'rowan')).path).toBe('/groups/night-watch-2')
  })

  test('asks a guest to sign in', async ({ site }) => {
    expect((await site.get('/groups/new')).status).toBe(401)
  })

  const mistakes: [string, Record<string, string | string[]>, string][] = [
    ['no name', { name: '   ' }, 'Give the group a name.'],
    ['a name that is too long', { name: 'n'.repeat(81) }, 'Shorten the name to 80 characters.'],
    ['a long summary', { summary: 'n'.repeat(401) }, 'Shorten this to 400 characters.'],
    ['no agreements', { agreements: '' }, 'Write at least one thing you agree on.'],
    ['in person without a town', { way: 'in_person', place: ' ' }, 'Name the town where you meet.'],
    ['a zone that does not exist', { zone: 'Mars/Olympus' }, 'Choose a time zone from the list.'],
    ['an aim of their own making', { purposes: 'party' }, 'One of these choices is none of ours.'],
    ['a language that is none', { language: 'Klingon' }, 'Choose a language from the list.'],
  ]
  for (const [what, change, sentence] of mistakes)
    test(`with ${what} names the field and keeps what was typed`, async ({ site }) => {
      const { answer } = await started(site, { summary: 'Kept as typed', ...change })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain(sentence)
      expect(html).toContain('role="alert"')
      if (!('summary' in change)) expect(html).toContain('Kept as typed')
    })

  test('a kind of group that we do not know leads back to the kinds', async ({ site }) => {
    const { answer } = await started(site, { kind: 'cult' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('/groups/new?kind=skills')
  })
})

describe('the page of a group', () => {
  test('says what it is, what it agrees on, who can read, and how an hour goes', async ({ site }) => {
    const { path } = await started(site)
    const { status, html } = await page(site, path)
    expect(status).toBe(200)
    for (const words of [
      'For those who are awake.',
      '<strong>Kind</strong> words',
      'Open to moderators',
      'hazel',
    ])
      expect(html).toContain(words)
    expect(html).toContain('A discussion evening')
    expect(html).toContain('stopping or not sure yet')
  })

  test('shows nobody’s HTML as HTML', async ({ site }) => {
    const { path } = await started(site, {
      name: '<script>alert(1)</script>',
      agreements: '<img src=x onerror=alert(1)> [x](javascript:alert(1))',
    })
    const { html } = await page(site, path)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('href="javascript')
  })

  test('warns of an empty room instead of sending somebody into it', async ({ site }) => {
    const { path } = await started(site)
    site.setNow('2026-12-27T12:00:00Z')
    expect((await page(site, path)).html).toContain('It is quiet here just now')
  })

  test('of a group that has just begun says so, and does not call it quiet', async ({ site }) => {
    const { path } = await started(site)
    const { html } = await page(site, path)
    expect(html).toContain('This group has just begun')
    expect(html).not.toContain('It is quiet here')
  })

  test('of a feed keeps our agreements and says where it comes from', async ({ site }) => {
    await transaction(site.db, (tx) =>
      putImportedGroups(tx, [
        { sourceKey: 'feed:1', name: 'Early Risers', kind: 'twelve_step', inPerson: true },
      ]),
    )
    const { html } = await page(site, '/groups/early-risers')
    expect(html).toContain('taken from another directory')
    expect(html).toContain('No answering back in the round')
  })

  test('that does not exist is a page that says so', async ({ site }) => {
    for (const path of [
      '/groups/nobody',
      '/groups/nobody/join',
      '/groups/%00',
      '/groups/%E0%A4%A',
      '/groups/kinds/cult',
    ])
      expect((await page(site, path, await site.member(`walker-${++walkers}`))).status, path).toBeOneOf([
        400, 404,
      ])
  })
})

describe('joining and leaving', () => {
  test('shows the agreements first, then lets them in', async ({ site }) => {
    const { path } = await started(site)
    const wren = await site.member('wren')
    expect((await site.get(`${path}/join`)).status).toBe(401)
    expect((await page(site, `${path}/join`, wren)).html).toContain('<strong>Kind</strong> words')
    for (let times = 0; times < 2; times += 1) {
      const answer = await site.post(`${path}/join`, {}, { as: wren })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    }
    expect((await page(site, path, wren)).html).toContain('You belong to this group')
    expect((await page(site, '/groups', wren)).html).toContain('Your groups')
    expect((await site.get(`${path}/join`, { as: wren })).status).toBe(303)
  })

  test('leaving is one step, and leaving what one is not in is none', async ({ site }) => {
    const { path } = await started(site)
    const wren = await site.member('wren')
    await site.post(`${path}/join`, {}, { as: wren })
    expect((await page(site, `${path}/leave`, wren)).html).toContain('You can come back at any time')
    for (let times = 0; times < 2; times += 1)
      expect((await site.post(`${path}/leave`, {}, { as: wren })).status).toBe(303)
    expect((await page(site, path, wren)).html).toContain('Join this group')
  })

  test('the last host is told what to do first, and hands over', async ({ site }) => {
    const { host, path } = await started(site)
    expect((await page(site, `${path}/leave`, host)).html).toContain('Close it instead')
    const wren = await site.member('wren')
    await site.post(`${path}/join`, {}, { as: wren })
    const refused = await site.post(`${path}/leave`, {}, { as: host })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Ask somebody else to take it over first')
    await site.post(`${path}/invitations`, { handle: 'wren', how: 'over' }, { as: host })
    await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })
    expect((await site.post(`${path}/leave`, {}, { as: host })).status).toBe(303)
    expect((await page(site, path, wren)).html).toContain('You host this group')
  })
})

describe('hosting', () => {
  test('a host changes the group; others may not, nor see who belongs', async ({ site }) => {
    const { host, path } = await started(site)
    const wren = await site.member('wren')
    expect((await page(site, `${path}/edit`, host)).html).toContain('For those who are awake.')
    const changed = {
      ...filled,
      kind: 'skills',
      name: 'Day Watch',
      way: 'both',
      place: 'Potsdam',
      practices: [],
    }
    expect((await site.post(`${path}/edit`, changed, { as: wren })).status).toBe(403)
    expect((await site.get(`${path}/people`, { as: wren })).status).toBe(403)
    expect((await site.post(`${path}/edit`, changed, { as: host })).status).toBe(303)
    expect(await findGroup(site.db, 'night-watch')).toMatchObject({
      name: 'Day Watch',
      kind: 'skills',
      inPerson: true,
      placeName: 'Potsdam',
    })
    expect((await site.post(`${path}/edit`, { ...changed, name: '' }, { as: host })).status).toBe(422)
  })

  test('a closed group stays readable, is listed nowhere and takes nobody in', async ({ site }) => {
    const { host, path } = await started(site)
    const wren = await site.member('wren')
    expect((await site.post(`${path}/close`, {}, { as: host })).status).toBe(303)
    expect((await page(site, path)).html).toContain('This group has closed')
    expect((await page(site, '/groups')).html).not.toContain('Night Watch')
    expect((await site.post(`${path}/join`, {}, { as: wren })).status).toBe(410)
    expect((await site.post(`${path}/edit`, filled, { as: host })).status).toBe(410)
  })
})
