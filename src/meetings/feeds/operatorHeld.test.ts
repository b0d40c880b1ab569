import { expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'

const records = Array.from({ length: 12 }, (_, index) => ({
  slug: `m-${index}`,
  name: `Room ${index}`,
  day: 1,
  time: '19:00',
  timezone: 'Europe/Dublin',
  location: 'Library',
}))

async function desk(site: Site) {
  const keeper = await site.member('keeper', { role: 'operator' })
  return {
    bring: async (text: string, name = 'list.json') => {
      const fields = { name: 'List', kind: 'twelve_step', file: new File([text], name) }
      const answer = await site.post('/operations/feeds', fields, { as: keeper })
      await site.runJobs()
      return answer.headers.get('location') ?? ''
    },
    page: async (path: string) => (await site.get(path, { as: keeper })).text(),
    post: async (path: string, fields: Record<string, string>) => {
      const answer = await site.post(path, fields, { as: keeper })
      await site.runJobs()
      return answer
    },
    running: async () => (await site.db`select 1 from meetings where status <> 'ended'`).length,
  }
}

test('a list with far fewer meetings waits, and the operator decides', async ({ site }) => {
  const { bring, page, post, running } = await desk(site)
  await bring(JSON.stringify(records))
  const few = JSON.stringify([
    ...records.slice(0, 3),
    { ...records[0], slug: 'new', name: 'New Room', day: 5 },
  ])
  const first = await bring(few)
  const html = await page(first)
  expect(html).toContain('This list is much smaller than before, so it waits for you')
  expect(html).toContain('Gone (9)')
  expect(html).toContain('Room 7')
  expect(await page('/operations/feeds')).toContain('Waits for you')
  expect(await running()).toBe(12)

  await post(`${first}/decide`, { act: 'leave' })
  expect(await page(first)).toContain('Left as it was')
  expect((await post(`${first}/decide`, { act: 'apply' })).status).toBe(409)
  expect(await running()).toBe(12)

  const second = await bring(few)
  await post(`${second}/decide`, { act: 'keep' })
  expect(await page(second)).toContain('so nothing was removed')
  expect(await running()).toBe(13)

  const third = await bring(few)
  await post(`${third}/decide`, { act: 'apply' })
  expect(await running()).toBe(4)
})

test('a large change is shown with what changes, before and after', async ({ site }) => {
  const { bring, page, post } = await desk(site)
  const many = Array.from({ length: 80 }, (_, index) => ({
    ...records[0],
    slug: `r-${index}`,
    name: `Room ${index}`,
  }))
  await bring(JSON.stringify(many))
  const later = await bring(JSON.stringify(many.map((each) => ({ ...each, time: '20:30' }))))
  const html = await page(later)
  expect(html).toContain('This would change a lot')
  expect(html).toContain('Changed (80)')
  expect(html).toMatch(/Time: <del[^>]*>19:00<\/del> → <ins[^>]*>20:30<\/ins>/)
  expect(html).toContain('… and 72 more')
  await post(`${later}/decide`, { act: 'apply' })
  expect(await site.db`select distinct time from meetings`).toEqual([{ time: '20:30' }])
})

const table = [
  'Ref,Caption,Weekday,Begin,Hall,Open',
  'a1,Harbour Lights,Monday,7:30 PM,Library,True',
  'a2,Late Tea,Someday,25:00,Library,False',
].join('\n')

test('a table waits until its columns are described, with a guess and a look at what comes of it', async ({
  site,
}) => {
  const { bring, page, post } = await desk(site)
  const report = await bring(table, 'list.csv')
  expect(await page(report)).toContain('This is a table that we do not know yet')
  const [feed] = await site.db<{ id: string }[]>`select id from feeds`
  const path = `/operations/feeds/${feed?.id}/columns`
  const guess = await page(path)
  expect(guess).toContain('Harbour Lights')
  expect(guess).toMatch(/<option value="day" selected[^>]*>/)
  const chosen = {
    'column-0': 'id',
    'column-1': 'name',
    'column-2': 'day',
    'column-3': 'time',
    'column-4': 'location',
    'column-5': 'yes_O',
  }
  await site.db`update feeds set zone = 'Europe/London'`
  expect((await post(path, { ...chosen, 'column-2': '', act: 'save' })).status).toBe(422)
  const preview = await post(path, { ...chosen, act: 'preview' })
  const shown = await preview.text()
  expect(shown).toContain('Of the first 2 rows, 1 would be taken')
  expect(shown).toContain('“Someday” is not a day of the week')

  const saved = await post(path, { ...chosen, act: 'save' })
  expect(saved.headers.get('location')).toBe(report)
  expect(await page(report)).toContain('Refused (1)')
  expect(await site.db`select name, time, types from meetings`).toEqual([
    { name: 'Harbour Lights', time: '19:30', types: ['O'] },
  ])
  // The next file of this list is read without a question; one with other columns is not.
  expect(await page(await bring(table, 'list.csv'))).toContain('Refused (1)')
  expect(await page(await bring(table.replace('Weekday', 'Wann'), 'list.csv'))).toContain('do not know yet')
})

test('what a list is can be changed, and its groups and meetings follow', async ({ site }) => {
  const { bring, page, post } = await desk(site)
  await bring(JSON.stringify(records.slice(0, 2)))
  const [feed] = await site.db<{ id: string }[]>`select id from feeds`
  const path = `/operations/feeds/${feed?.id}`
  const settings = {
    address: 'https://feed.example/list.json',
    zone: '',
    kind: 'family',
    fellowship: 'Al-Anon',
    poll: '24',
  }
  expect((await post(path, settings)).status).toBe(303)
  expect(await site.db`select distinct kind from groups`).toEqual([{ kind: 'family' }])
  expect(await site.db`select distinct fellowship from meetings`).toEqual([{ fellowship: 'Al-Anon' }])
  expect(await page(path)).toMatch(/<option value="24" selected[^>]*>/)
  const wrong = await post(path, { ...settings, poll: '5', zone: 'Mars' })
  expect(wrong.status).toBe(422)
  expect(await page(`${path}?words=room`)).toContain('Room 1')
})

test('an open page hears how far a reading is, and that it is over', async ({ site }) => {
  const { bring } = await desk(site)
  const report = await bring(JSON.stringify(records))
  const keeper = await site.member('keeper-two', { role: 'operator' })
  const stream = await site.get(`${report}/live`, { as: keeper })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  let heard = ''
  while (!heard.includes('event: over')) heard += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
})
