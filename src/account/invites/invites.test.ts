import { describe, expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import { passphrase } from '../../testing/visitor.ts'

async function keeper(site: Site) {
  const robin = await site.member('robin', { role: 'operator' })
  const make = async (more: Record<string, string> = {}) => {
    const fields = { label: 'Thursday group', mostUses: '1', days: '14', ...more }
    const page = await (await site.post('/operations/invites', fields, { as: robin })).text()
    return /\/join\?invite=([\w-]{32})/.exec(page)?.[1] ?? ''
  }
  return { robin, make }
}

const join = (site: Site, handle: string, more: Record<string, string> = {}) =>
  site.post('/join', { handle, passphrase, ...more })

describe('invites', () => {
  test('let in as many as they are for, and the page says why not', async ({ site }) => {
    const { robin, make } = await keeper(site)
    const invite = await make({ mostUses: '2' })
    await site.post('/operations/invites/required', { needed: 'yes' }, { as: robin })
    const closed = await (await site.get('/join')).text()
    expect(closed).toContain('Joining takes an invitation')
    expect(closed).not.toContain('name="passphrase"')
    expect((await join(site, 'wren')).status).toBe(403)
    expect((await join(site, 'wren', { invite: 'guessed' })).status).toBe(403)
    expect(await (await site.get(`/join?invite=${invite}`)).text()).toContain(
      `name="invite" value="${invite}"`,
    )
    expect((await join(site, 'wren', { invite })).status).toBe(201)
    expect((await join(site, 'wren', { invite })).status).toBe(422)
    expect((await join(site, 'finch', { invite })).status).toBe(201)
    const third = await join(site, 'heron', { invite })
    expect(third.status).toBe(403)
    expect(await third.text()).toContain('has been used up')
    await site.post('/operations/invites/required', { needed: 'no' }, { as: robin })
    expect((await join(site, 'heron')).status).toBe(201)
  })

  test('taken back or over, they let nobody in', async ({ site }) => {
    const { robin, make } = await keeper(site)
    await site.post('/operations/invites/required', { needed: 'yes' }, { as: robin })
    const taken = await make()
    const [row] = await site.db<{ id: string }[]>`select id from invites`
    expect((await site.post(`/operations/invites/${row?.id}/revoke`, {}, { as: robin })).status).toBe(303)
    expect((await join(site, 'wren', { invite: taken })).status).toBe(403)
    const late = await make({ days: '1' })
    site.setNow('2026-11-24T12:00:00Z')
    expect((await join(site, 'wren', { invite: late })).status).toBe(403)
  })

  test('can say that the operator knows who comes by them', async ({ site }) => {
    const { make } = await keeper(site)
    await join(site, 'wren', { invite: await make({ vouches: 'yes' }) })
    await join(site, 'finch', { invite: await make() })
    const rows = await site.db`
      select handle, vouched_at is not null as known from members where handle <> 'robin' order by handle`
    expect([...rows]).toEqual([
      { handle: 'finch', known: false },
      { handle: 'wren', known: true },
    ])
  })

  test('are kept as a hash, and nobody can tell who came by which', async ({ site }) => {
    const { make } = await keeper(site)
    const invite = await make()
    await join(site, 'wren', { invite })
    const [row] = await site.db<{ all: string }[]>`
      select string_agg(invites::text, ' ') || (select string_agg(members::text, ' ') from members) as all from invites`
    expect(row?.all).not.toContain(invite)
  })

  test('belong to operators: for others the page does not exist', async ({ site }) => {
    const wren = await site.member('wren')
    expect((await site.get('/operations/invites', { as: wren })).status).toBe(404)
    expect((await site.post('/operations/invites/required', { needed: 'yes' }, { as: wren })).status).toBe(
      404,
    )
    expect((await join(site, 'finch')).status).toBe(201)
  })

  test('with nonsense in the form are not made, and what was typed stays', async ({ site }) => {
    const { robin } = await keeper(site)
    const answer = await site.post(
      '/operations/invites',
      { label: 'A group', mostUses: '1e9', days: '-4' },
      { as: robin },
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="1e9"')
  })
})
