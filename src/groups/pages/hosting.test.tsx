import { describe, expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { onRealSite } from '../../testing/realSite.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { findGroup, lockGroup, removeInvitation, roleIn } from '../index.ts'

const filled = {
  kind: 'discussion',
  name: 'Night Watch',
  summary: 'For those who are awake.',
  agreements: '- **Kind** words.',
  way: 'online',
  spirituality: 'secular',
  language: 'en',
  zone: 'Europe/Berlin',
}

async function started(site: Site) {
  const hazel = await site.member('hazel')
  await site.post('/groups/new', filled, { as: hazel })
  return { hazel, wren: await site.member('wren'), path: '/groups/night-watch' }
}

const html = async (answer: Promise<Response>) => (await answer).text()
const news = (site: Site, who: TestMember) => html(site.get('/account/notices', { as: who }))

async function isHost(site: Site, who: TestMember): Promise<boolean> {
  const group = await findGroup(site.db, 'night-watch')
  return (await roleIn(site.db, group?.id ?? '', who.id)) === 'host'
}

describe('asking somebody to host', () => {
  test('they are told, see what it means, and host when they say yes', async ({ site }) => {
    const { hazel, wren, path } = await started(site)
    // Typed as people type it.
    expect((await site.post(`${path}/invitations`, { handle: ' Wren ' }, { as: hazel })).status).toBe(303)
    expect(await isHost(site, wren)).toBe(false)
    expect(await html(site.get(`${path}/people`, { as: hazel }))).toContain('has not answered yet')
    expect(await news(site, wren)).toContain('You are asked to help host “Night Watch”.')
    expect(await html(site.get(`${path}/invitation`, { as: wren }))).toContain('hazel asks whether')
    await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })
    expect([await isHost(site, wren), await isHost(site, hazel)]).toEqual([true, true])
    expect(await news(site, hazel)).toContain('wren hosts “Night Watch” now.')
  })

  test('they may say no, and the question can be taken back', async ({ site }) => {
    const { hazel, wren, path } = await started(site)
    await site.post(`${path}/invitations`, { handle: 'wren' }, { as: hazel })
    await site.post(`${path}/invitation`, { answer: 'no' }, { as: wren })
    expect(await isHost(site, wren)).toBe(false)
    expect((await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })).status).toBe(410)
    await site.post(`${path}/invitations`, { handle: 'wren' }, { as: hazel })
    await site.post(`${path}/invitations/withdraw`, { member: wren.id }, { as: hazel })
    expect((await site.get(`${path}/invitation`, { as: wren })).status).toBe(410)
  })

  test('somebody who blocked the one who asks hears nothing of it, and nobody is told so', async ({
    site,
  }) => {
    const { hazel, wren, path } = await started(site)
    await site.post('/account/quiet/people', { handle: 'hazel', how: 'blocked' }, { as: wren })
    expect((await site.post(`${path}/invitations`, { handle: 'wren' }, { as: hazel })).status).toBe(303)
    expect(await html(site.get(`${path}/people`, { as: hazel }))).toContain('has not answered yet')
    expect(await news(site, wren)).not.toContain('Night Watch')
  })

  test('nobody hosts without having been asked, and only hosts ask', async ({ site }) => {
    const { wren, path } = await started(site)
    expect((await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })).status).toBe(410)
    expect((await site.post(`${path}/invitations`, { handle: 'wren' }, { as: wren })).status).toBe(403)
    expect(await isHost(site, wren)).toBe(false)
  })

  test('a question that is taken back while somebody says yes is taken back', async () => {
    await onRealSite(async (site) => {
      const { hazel, wren, path } = await started(site)
      await site.post(`${path}/invitations`, { handle: 'wren', how: 'over' }, { as: hazel })
      const groupId = (await findGroup(site.db, 'night-watch'))?.id ?? ''
      const { answer } = await transaction(site.db, async (tx) => {
        await lockGroup(tx, groupId)
        const answer = site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })
        const waits = () => site.db`select from pg_stat_activity where wait_event_type = 'Lock'`
        while ((await waits()).length === 0);
        await removeInvitation(tx, groupId, wren.id)
        return { answer }
      })
      expect((await answer).status).toBe(410)
      expect(await isHost(site, wren)).toBe(false)
      expect(await site.db`select from notices where kind = 'group-accepted'`).toHaveLength(0)
    })
  })

  for (const [handle, sentence] of [
    ['', 'Nobody here has this name.'],
    ['nobody', 'Nobody here has this name.'],
    ['%', 'Nobody here has this name.'],
    ['hazel', 'They host this group already.'],
  ] as const)
    test(`asking “${handle}” is refused with a sentence`, async ({ site }) => {
      const { hazel, path } = await started(site)
      const answer = await site.post(`${path}/invitations`, { handle }, { as: hazel })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(sentence)
    })
})

describe('handing over and stepping back', () => {
  test('the one who hands over stays a member', async ({ site }) => {
    const { hazel, wren, path } = await started(site)
    await site.post(`${path}/invitations`, { handle: 'wren', how: 'over' }, { as: hazel })
    expect(await html(site.get(`${path}/invitation`, { as: wren }))).toContain(
      'Will you take over Night Watch?',
    )
    await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })
    expect([await isHost(site, wren), await isHost(site, hazel)]).toEqual([true, false])
    expect(await html(site.get(path, { as: hazel }))).toContain('You belong to this group')
  })

  test('the last host cannot step back; one of two can', async ({ site }) => {
    const { hazel, wren, path } = await started(site)
    const alone = await site.post(`${path}/step-back`, {}, { as: hazel })
    expect(alone.status).toBe(409)
    expect(await alone.text()).toContain('You are the only host.')
    await site.post(`${path}/invitations`, { handle: 'wren' }, { as: hazel })
    await site.post(`${path}/invitation`, { answer: 'yes' }, { as: wren })
    expect((await site.post(`${path}/step-back`, {}, { as: hazel })).status).toBe(303)
    expect(await isHost(site, hazel)).toBe(false)
  })
})

describe('the form', () => {
  test('can be looked at first, and nothing is kept by that', async ({ site }) => {
    const hazel = await site.member('hazel')
    const answer = await site.post('/groups/new', { ...filled, do: 'preview' }, { as: hazel })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('This is what people will see')
    expect(page).toContain('<strong>Kind</strong> words')
    expect(await findGroup(site.db, 'night-watch')).toBeUndefined()
  })

  test('of two hosts who write at once shows the second what the first kept', async ({ site }) => {
    const { hazel, path } = await started(site)
    await site.post(`${path}/edit`, { ...filled, summary: 'First.', version: '1' }, { as: hazel })
    const second = { ...filled, summary: 'Second.', version: '1' }
    const answer = await site.post(`${path}/edit`, second, { as: hazel })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toMatch(/<del[^>]*>First\.<\/del>.*<ins[^>]*>Second\.<\/ins>/s)
    expect(page).toContain('name="version" value="2"')
    expect((await site.post(`${path}/edit`, { ...second, version: '2' }, { as: hazel })).status).toBe(303)
    expect(await findGroup(site.db, 'night-watch')).toMatchObject({ summary: 'Second.' })
  })
})

describe('a home group', () => {
  test('is one’s own secret until it is shown to members, and there is one', async ({ site }) => {
    const { hazel, wren, path } = await started(site)
    expect((await site.post(`${path}/home`, { home: 'yes' }, { as: wren })).status).toBe(403)
    await site.post(`${path}/join`, {}, { as: wren })
    await site.post(`${path}/home`, { home: 'yes' }, { as: wren })
    expect(await html(site.get(path, { as: hazel }))).not.toContain('At home here')
    expect(await html(site.get('/meetings/mine', { as: wren }))).toContain('Night Watch')
    await site.post(`${path}/home`, { home: 'yes', shown: 'yes' }, { as: wren })
    expect(await html(site.get(path, { as: hazel }))).toMatch(/At home here:.*wren/s)
    expect(await html(site.get(path))).not.toContain('At home here')
    await site.post('/groups/new', { ...filled, name: 'Day Watch' }, { as: wren })
    await site.post('/groups/day-watch/home', { home: 'yes' }, { as: wren })
    expect(await html(site.get(path, { as: hazel }))).not.toContain('At home here')
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.groups.groups).toMatchObject([
      { slug: 'night-watch', isHome: false, homeShown: false },
      { slug: 'day-watch', isHome: true, homeShown: false },
    ])
  })
})

test('a group that closes ends its meetings, and whoever planned to come is told', async ({ site }) => {
  const { hazel, wren, path } = await started(site)
  const meeting = { name: 'Late tea', repeat: 'week', days: '1', time: '22:00', minutes: '60', zone: 'UTC' }
  const link = { onlineUrl: 'https://meet.example.org/tea' }
  const added = await site.post(`${path}/meetings/new`, { ...meeting, ...link }, { as: hazel })
  const at = added.headers.get('location') ?? ''
  await site.post(`${at}/coming`, { every: 'yes' }, { as: wren })
  await site.post(`${path}/close`, {}, { as: hazel })
  expect(await html(site.get(at))).toContain('This meeting has ended')
  expect(await news(site, wren)).toContain('“Late tea” has ended.')
})

test('nothing is written any more in the forum of a group that closed', async ({ site }) => {
  const { hazel, path } = await started(site)
  const topic = { title: 'Awake?', body: 'Me too.', space: 'group:night-watch', kind: 'story' }
  const first = await site.post('/forum/new', { ...topic, once: crypto.randomUUID() }, { as: hazel })
  expect(first.status).toBe(303)
  await site.post(`${path}/close`, {}, { as: hazel })
  const at = first.headers.get('location') ?? ''
  expect((await site.get(at)).status).toBe(200)
  const reply = await site.post(
    `${at}/replies`,
    { body: 'Still here.', once: crypto.randomUUID() },
    { as: hazel },
  )
  expect(reply.status).toBe(403)
  const second = await site.post('/forum/new', { ...topic, once: crypto.randomUUID() }, { as: hazel })
  expect(second.status).toBe(422)
})
