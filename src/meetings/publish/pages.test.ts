import { expect } from 'vitest'
import { unmarkedTexts } from '../../testing/sentences.ts'
import { type Site, test } from '../../testing/site.ts'
import { addChange, addGroupHere, addMeetingOf } from './testing/village.store.ts'

/** A meeting and its next dates, as the job of the window writes them. */
async function shown(site: Site, more: Record<string, unknown> = {}): Promise<string> {
  const id = await addMeetingOf(site, await addGroupHere(site, 'Harbour'), more)
  const times = {
    meetingId: id,
    startsAt: '2026-11-24T19:00:00Z',
    endsAt: '2026-11-24T20:00:00Z',
    onDate: '2026-11-24',
  }
  await site.db`insert into meeting_times ${site.db({ ...times, change: null })}`
  return id
}

test('the list for other sites may stand in any frame, and no other page may', async ({ site }) => {
  await shown(site)
  const answer = await site.get('/feeds/embed')
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain('frame-ancestors *')
  expect(policy).toContain("form-action 'none'")
  expect(policy).not.toContain('script-src')
  expect(answer.headers.get('x-frame-options')).toBeNull()
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  for (const path of ['/feeds', '/meetings', '/', '/feeds/meetings.json', '/feeds/nothing']) {
    const other = await site.get(path)
    expect(other.headers.get('x-frame-options'), path).toBe('DENY')
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})

test('the list for other sites has no script, no form and no cookie, and its links leave the frame', async ({
  site,
}) => {
  const id = await shown(site)
  const wren = await site.member('wren')
  const guest = await site.get('/feeds/embed')
  expect(guest.headers.get('set-cookie')).toBeNull()
  const html = await guest.text()
  expect(html).not.toMatch(/<(script|form|input|button)/)
  expect(html).toContain(`href="/meetings/${id}" target="_top"`)
  for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link).toContain('target="_top"')
  expect(await (await site.get('/feeds/embed', { as: wren })).text()).toBe(html)
})

test('it shows what the search in its address finds, by the clock that is asked for', async ({ site }) => {
  await shown(site, { words: 'evening tea' })
  const text = async (query: string) => await (await site.get(`/feeds/embed?${query}`)).text()
  expect(await text('')).toContain('7:00 PM')
  expect(await text('zone=America/New_York')).toContain('2:00 PM')
  expect(await text('zone=America/New_York')).toContain('Eastern')
  expect(await text('how=in_person')).toContain('There is no meeting like this')
  expect(await text('theme=dark')).toContain('data-theme="night"')
  expect((await site.get('/feeds/embed?day=9')).status).toBe(400)
})

test('the page for people gives addresses of all meetings, or of a search', async ({ site }) => {
  const all = await (await site.get('/feeds')).text()
  expect(all).toContain('http://localhost:3000/feeds/meetings.json')
  expect(all).toContain('webcal://localhost:3000/feeds/meetings.ics')
  const some = await (await site.get('/feeds?how=online&day=1,3')).text()
  expect(some).toContain('http://localhost:3000/feeds/meetings.json?how=online&amp;day=1,3')
  expect(some).toContain('&lt;iframe src=')
})

test('every sentence of these pages comes from the catalogue', async ({ site }) => {
  const id = await shown(site, { inPerson: true, town: 'Cork' })
  await addChange(site, id, { onDate: '2026-11-24', kind: 'cancelled' })
  await site.db`update meeting_times set change = 'cancelled'`
  const wren = await site.member('wren')
  for (const path of [
    '/feeds',
    '/feeds?how=online',
    '/feeds/embed',
    '/feeds/embed?zone=Europe/Dublin',
    '/meetings/mine/calendar',
  ]) {
    const answer = await site.get(path, { as: wren, headers: { 'accept-language': 'en-XA' } })
    expect(unmarkedTexts(await answer.text()), path).toEqual([])
  }
  const made = await site.post(
    '/meetings/mine/calendar',
    { plain: 'yes' },
    { as: wren, headers: { 'accept-language': 'en-XA' } },
  )
  expect(unmarkedTexts(await made.text())).toEqual([])
})
