import { expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import { haveRealFeeds, realFeed } from '../testing/realFeeds.ts'

const record = { slug: 'a', name: 'Quiet Room', day: 9, time: '19:00' }

async function bring(site: Site, fields: Record<string, string | Blob>) {
  const keeper = await site.member('keeper', { role: 'operator' })
  const answer = await site.post(
    '/operations/feeds',
    { name: 'List', kind: 'twelve_step', ...fields },
    { as: keeper },
  )
  return { keeper, answer, report: answer.headers.get('location') ?? '' }
}

function file(text: string): File {
  return new File([text], 'meetings.json', { type: 'application/json' })
}

test('an uploaded feed is read in the background, with progress and then a report', async ({ site }) => {
  const good = { ...record, slug: 'b', day: 1, timezone: 'Europe/Dublin', location: 'Library' }
  const { keeper, report } = await bring(site, { file: file(JSON.stringify([record, good])) })
  const before = await site.get(report, { as: keeper })
  const underWay = await before.text()
  expect(underWay).toContain('Under way')
  // Without scripts the page looks again; with them it hears of every step.
  expect(underWay).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
  expect(underWay).toContain(`data-import-live="${report}/live"`)
  await site.runJobs()
  const answer = await site.get(report, { as: keeper })
  const after = await answer.text()
  expect(after).not.toContain('http-equiv="refresh"')
  expect(after).toContain('Refused (1)')
  expect(after).toContain('“9” is not a day from 0 (Sunday) to 6')
  expect(await (await site.get('/operations/feeds', { as: keeper })).text()).toContain('1 meeting')
})

test('a file that is no feed ends in a sentence', async ({ site }) => {
  const { keeper, report } = await bring(site, { file: file('[{"slug":"a","na\0') })
  await site.runJobs()
  const html = await (await site.get(report, { as: keeper })).text()
  expect(html).toContain('The list was not brought in')
  expect(html).toContain('it ends in the middle')
})

test('a list of which nothing came can be removed, one with meetings not', async ({ site }) => {
  const { keeper, report } = await bring(site, { file: file('no feed') })
  const remove = async () => {
    const html = await (await site.get('/operations/feeds', { as: keeper })).text()
    return /\/operations\/feeds\/\d+\/remove/.exec(html)?.[0]
  }
  expect(await remove()).toBeUndefined()
  await site.runJobs()
  expect(await (await site.get(report, { as: keeper })).text()).toContain('it is not JSON')
  const address = (await remove()) ?? ''
  expect((await site.post(address, {}, { as: keeper })).status).toBe(303)
  expect((await site.get(report, { as: keeper })).status).toBe(404)
  expect(await (await site.get('/operations/feeds', { as: keeper })).text()).toContain('No list has been')

  const whole = JSON.stringify([{ ...record, day: 1, timezone: 'Europe/Dublin', location: 'Library' }])
  const again = await site.post(
    '/operations/feeds',
    { name: 'List', kind: 'twelve_step', file: file(whole) },
    { as: keeper },
  )
  expect(again.status).toBe(303)
  await site.runJobs()
  expect(await remove()).toBeUndefined()
  const [feed] = await site.db<{ id: string }[]>`select id from feeds`
  const refusal = await site.post(`/operations/feeds/${feed?.id}/remove`, {}, { as: keeper })
  expect(refusal.status).toBe(409)
  expect(await refusal.text()).toContain('so it was not removed')
  const wren = await site.member('wren')
  expect((await site.post(`/operations/feeds/${feed?.id}/remove`, {}, { as: wren })).status).toBe(404)
})

test('an address inside the operator’s own network is not opened', async ({ site }) => {
  const { keeper, report } = await bring(site, { address: 'http://localhost:5432/' })
  await site.runJobs()
  const html = await (await site.get(report, { as: keeper })).text()
  expect(html).toContain('leads into a private network')
})

test('a form without a source, a name or with a wrong zone is refused with sentences', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'operator' })
  const post = async (fields: Record<string, string>) => {
    const answer = await site.post('/operations/feeds', { kind: 'twelve_step', ...fields }, { as: keeper })
    expect(answer.status).toBe(422)
    return await answer.text()
  }
  expect(await post({ name: 'List' })).toContain('Give an address or choose a file.')
  expect(await post({ address: 'ftp://x', name: '' })).toContain('Give the list a name.')
  expect(await post({ name: 'List', zone: 'Mars' })).toContain('This is not a time zone.')
})

test('nobody but the operator knows of these pages', async ({ site }) => {
  const wren = await site.member('wren')
  expect((await site.get('/operations/feeds', { as: wren })).status).toBe(404)
  expect((await site.get('/operations/feeds/imports/1', { as: wren })).status).toBe(404)
  expect((await site.get('/operations/feeds')).status).toBe(401)
})

test.skipIf(!haveRealFeeds)(
  'a real list shows its lines page by page',
  { timeout: 120_000 },
  async ({ site }) => {
    const { keeper, report } = await bring(site, { file: file(realFeed('mg-philadelphia-sepia-2098.json')) })
    await site.runJobs()
    const html = await (await site.get(`${report}?lines=mended&page=2`, { as: keeper })).text()
    expect(html).toContain('2,098')
    expect(html).toContain('Page 2 of 5')
  },
)
